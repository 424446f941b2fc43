const QUOTE = 0x22;
const SPACE = 0x20;
const TAB = 0x09;

/** Where the fields of a line lie in its bytes, without surrounding blanks and quotes. Reused from line to line. */
export class Fields {
  starts = new Int32Array(64);
  ends = new Int32Array(64);

  /**
   * Splits the bytes `from` up to but without `to`, which hold one line without its line feed.
   * @returns the number of fields, or -1 when a quote is not closed or is followed by other text.
   */
  split(bytes: Uint8Array, from: number, to: number, delimiter: number): number {
    let count = 0;
    let at = from;
    for (;;) {
      while (at < to && isBlank(bytes[at]!, delimiter)) at += 1;
      const quoted = at < to && bytes[at] === QUOTE;
      const start = quoted ? at + 1 : at;
      let end: number;
      if (quoted) {
        end = start;
        while (end < to && bytes[end] !== QUOTE) end += 1;
        if (end === to) return -1;
        at = end + 1;
        while (at < to && isBlank(bytes[at]!, delimiter)) at += 1;
        if (at < to && bytes[at] !== delimiter) return -1;
      } else {
        while (at < to && bytes[at] !== delimiter) at += 1;
        end = at;
        while (end > start && isBlank(bytes[end - 1]!, delimiter)) end -= 1;
      }
      if (count === this.starts.length) this.#grow();
      this.starts[count] = start;
      this.ends[count] = end;
      count += 1;
      if (at >= to) return count;
      at += 1;
    }
  }

  #grow(): void {
    const starts = new Int32Array(2 * this.starts.length);
    const ends = new Int32Array(2 * this.ends.length);
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }
}

function isBlank(byte: number, delimiter: number): boolean {
  return (byte === SPACE || byte === TAB) && byte !== delimiter;
}
