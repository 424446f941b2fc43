const unstorable = /[\0\p{Cs}]/u;

/** Whether a database can hold the text: it has no U+0000 and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}
