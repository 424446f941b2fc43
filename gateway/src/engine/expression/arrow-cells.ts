import { ArrowTypeId, arrowTypeId, arrowUnit } from "./arrow-type.ts";
import { bytesOf, type FlatTable } from "./flatbuffer.ts";
import type { Cell } from "./value.ts";

/** One column of a record batch: how many values, and the buffers that its type lays them out in. */
export interface ArrowColumn {
  readonly length: number;
  readonly buffers: readonly DataView[];
}

type Reader = (row: number) => Cell;

/** @throws RangeError where a buffer is missing or too short. */
export function arrowCells(field: FlatTable, { length, buffers }: ArrowColumn): Cell[] {
  if (arrowTypeId(field) === ArrowTypeId.NULL) return new Array<Cell>(length).fill(null);
  const [validity, ...values] = buffers;
  // No validity bits: nothing is null.
  const isValid = validity === undefined || validity.byteLength === 0 ? () => true : bitReader(validity);
  const read = readerOf(field, values);
  return Array.from({ length }, (_, row) => (isValid(row) ? read(row) : null));
}

function readerOf(field: FlatTable, buffers: readonly DataView[]): Reader {
  const [first, second] = buffers;
  if (first === undefined) throw new RangeError("a column has no values");
  const details = field.table(3);
  switch (arrowTypeId(field)) {
    case ArrowTypeId.BOOL: {
      const bit = bitReader(first);
      return (row) => (bit(row) ? 1 : 0);
    }
    case ArrowTypeId.INT:
      return integerReader(first, details?.int(0, 0) ?? 0, details?.byte(1, 0) === 1);
    case ArrowTypeId.FLOAT:
      return details?.short(0, 0) === 1
        ? (row) => first.getFloat32(row * 4, true)
        : (row) => first.getFloat64(row * 8, true);
    case ArrowTypeId.DATE:
      return (row) => first.getInt32(row * 4, true);
    case ArrowTypeId.TIME:
    case ArrowTypeId.TIMESTAMP:
    case ArrowTypeId.DURATION: {
      const divisor = arrowUnit(field);
      return (row) => Number(first.getBigInt64(row * 8, true)) / divisor;
    }
    case ArrowTypeId.UTF8_VIEW:
      return viewReader(first, buffers.slice(1));
    default: {
      if (second === undefined) throw new RangeError("a column of texts has no characters");
      return offsetReader(first, second, arrowTypeId(field) === ArrowTypeId.LARGE_UTF8);
    }
  }
}

function bitReader(view: DataView): (row: number) => boolean {
  return (row) => ((view.getUint8(row >> 3) >> (row & 7)) & 1) === 1;
}

function integerReader(view: DataView, bits: number, isSigned: boolean): Reader {
  switch (bits) {
    case 8:
      return (row) => (isSigned ? view.getInt8(row) : view.getUint8(row));
    case 16:
      return (row) => (isSigned ? view.getInt16(row * 2, true) : view.getUint16(row * 2, true));
    case 32:
      return (row) => (isSigned ? view.getInt32(row * 4, true) : view.getUint32(row * 4, true));
    default:
      return (row) => Number(isSigned ? view.getBigInt64(row * 8, true) : view.getBigUint64(row * 8, true));
  }
}

/** Texts end to end; the n-th goes from the n-th offset to the next. */
function offsetReader(offsets: DataView, characters: DataView, isLarge: boolean): Reader {
  const offset = (i: number): number =>
    isLarge ? Number(offsets.getBigInt64(i * 8, true)) : offsets.getInt32(i * 4, true);
  return (row) => textAt(characters, offset(row), offset(row + 1) - offset(row));
}

const VIEW_BYTES = 16;
/** A text of up to so many bytes stands in the view itself, a longer one in another buffer. */
const INLINE_BYTES = 12;

function viewReader(views: DataView, others: readonly DataView[]): Reader {
  return (row) => {
    const at = row * VIEW_BYTES;
    const length = views.getInt32(at, true);
    if (length <= INLINE_BYTES) return textAt(views, at + 4, length);
    const other = others[views.getInt32(at + 8, true)];
    if (other === undefined) throw new RangeError("a text lies in a buffer that is not there");
    return textAt(other, views.getInt32(at + 12, true), length);
  };
}

function textAt(view: DataView, offset: number, length: number): string {
  return new TextDecoder().decode(bytesOf(view, offset, length));
}
