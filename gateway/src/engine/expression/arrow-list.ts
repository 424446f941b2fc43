import { type ArrowColumn, arrowCells } from "./arrow-cells.ts";
import { arrowType } from "./arrow-type.ts";
import { bytesOf, FlatTable } from "./flatbuffer.ts";
import { NULL, type ValueType } from "./types.ts";
import type { Cell } from "./value.ts";

/** The values of a literal list, as the engine holds them. */
export interface ArrowList {
  readonly type: ValueType;
  readonly cells: readonly Cell[];
}

const SCHEMA = 1;
const RECORD_BATCH = 3;
const CONTINUES = 0xff_ff_ff_ff;

/**
 * Reads a list literal of Polars: an Arrow IPC stream of one column, uncompressed
 * (https://arrow.apache.org/docs/format/Columnar.html).
 * @throws RangeError where the bytes are not that, or hold a type that no expression has.
 */
export function readArrowList(bytes: Uint8Array): ArrowList {
  let type: ValueType = NULL;
  let field: FlatTable | undefined;
  const cells: Cell[] = [];
  for (const { header, kind, body } of messages(bytes)) {
    if (kind === SCHEMA) {
      const fields = header.tables(1);
      if (fields.length !== 1) throw new RangeError(`expected one column, found ${fields.length}`);
      field = fields[0]!;
      type = arrowType(field);
    } else if (kind === RECORD_BATCH && field !== undefined) {
      for (const cell of arrowCells(field, columnOf(header, body))) cells.push(cell);
    } else throw new RangeError("a stream of a schema and its record batches was expected");
  }
  if (field === undefined) throw new RangeError("there is no schema");
  return { type, cells };
}

interface Message {
  readonly kind: number;
  readonly header: FlatTable;
  readonly body: DataView;
}

function* messages(bytes: Uint8Array): Generator<Message> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < view.byteLength; ) {
    if (view.getUint32(at, true) !== CONTINUES) throw new RangeError("this is no Arrow stream");
    const size = view.getUint32(at + 4, true);
    if (size === 0) return;
    const message = FlatTable.root(part(view, at + 8, size));
    const header = message.table(2);
    if (header === undefined) throw new RangeError("a message has no header");
    const bodyLength = message.long(3);
    yield { kind: message.byte(1, 0), header, body: part(view, at + 8 + size, bodyLength) };
    at += 8 + size + bodyLength;
  }
}

function columnOf(batch: FlatTable, body: DataView): ArrowColumn {
  if (batch.table(3) !== undefined) throw new RangeError("compressed lists are not supported");
  const length = batch.long(0);
  // A null takes no bit, so this alone bounds what a few bytes can ask for.
  if (length < 0 || length > Math.max(body.byteLength * 8, 65_536))
    throw new RangeError("a list is too long");
  return { length, buffers: batch.pairs(2).map(([offset, size]) => part(body, offset, size)) };
}

function part(view: DataView, offset: number, length: number): DataView {
  const bytes = bytesOf(view, offset, length);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
