/**
 * Reads tables of the FlatBuffers format, in which Arrow describes its data (https://flatbuffers.dev/internals).
 * Every read is checked: bytes that are not what they claim to be throw a RangeError.
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #start: number;

  constructor(view: DataView, start: number) {
    this.#view = view;
    this.#start = start;
  }

  /** The table that a buffer holds. */
  static root(view: DataView): FlatTable {
    return new FlatTable(view, view.getUint32(0, true));
  }

  byte(field: number, otherwise: number): number {
    const at = this.#position(field);
    return at === undefined ? otherwise : this.#view.getUint8(at);
  }

  short(field: number, otherwise: number): number {
    const at = this.#position(field);
    return at === undefined ? otherwise : this.#view.getInt16(at, true);
  }

  int(field: number, otherwise: number): number {
    const at = this.#position(field);
    return at === undefined ? otherwise : this.#view.getInt32(at, true);
  }

  long(field: number): number {
    const at = this.#position(field);
    return at === undefined ? 0 : Number(this.#view.getBigInt64(at, true));
  }

  table(field: number): FlatTable | undefined {
    const at = this.#position(field);
    return at === undefined ? undefined : new FlatTable(this.#view, this.#follow(at));
  }

  text(field: number): string | undefined {
    const at = this.#position(field);
    if (at === undefined) return undefined;
    const start = this.#follow(at);
    const length = this.#view.getUint32(start, true);
    return new TextDecoder().decode(bytesOf(this.#view, start + 4, length));
  }

  tables(field: number): readonly FlatTable[] {
    return this.#items(field, 4, (at) => new FlatTable(this.#view, this.#follow(at)));
  }

  longs(field: number): readonly number[] {
    return this.#items(field, 8, (at) => Number(this.#view.getBigInt64(at, true)));
  }

  /** Structs of two 64-bit numbers. */
  pairs(field: number): readonly (readonly [number, number])[] {
    const read = (at: number): number => Number(this.#view.getBigInt64(at, true));
    return this.#items(field, 16, (at) => [read(at), read(at + 8)] as const);
  }

  #items<Item>(field: number, size: number, read: (at: number) => Item): Item[] {
    const at = this.#position(field);
    if (at === undefined) return [];
    const start = this.#follow(at);
    const length = this.#view.getUint32(start, true);
    if (length * size > this.#view.byteLength) throw new RangeError("a vector is longer than its buffer");
    return Array.from({ length }, (_, i) => read(start + 4 + i * size));
  }

  /** Where a field is; undefined where it has its default. */
  #position(field: number): number | undefined {
    const fields = this.#start - this.#view.getInt32(this.#start, true);
    const entry = 4 + field * 2;
    if (entry >= this.#view.getUint16(fields, true)) return undefined;
    const offset = this.#view.getUint16(fields + entry, true);
    return offset === 0 ? undefined : this.#start + offset;
  }

  #follow(at: number): number {
    return at + this.#view.getUint32(at, true);
  }
}

/** Bytes of a view, which they must not exceed. */
export function bytesOf(view: DataView, offset: number, length: number): Uint8Array {
  if (offset < 0 || length < 0 || offset + length > view.byteLength) {
    throw new RangeError("a part lies outside of its buffer");
  }
  return new Uint8Array(view.buffer, view.byteOffset + offset, length);
}
