import { isStorable } from "../foundation/storable-text.ts";
import { unprocessable } from "./http-error.ts";

/** Longer ones would not fit into the index that keeps names unique. */
const longestName = 255;

/** @throws HttpError 422 for a name that the contract allows but that no database can keep. */
export function checkName(name: string): void {
  checkText("name", name);
  if (name.length > longestName) {
    const message = `has ${name.length} characters; at most ${longestName} are allowed`;
    throw unprocessable([{ field: "name", message, type: "too_big" }]);
  }
}

/** @throws HttpError 422 for a text that the contract allows but that no database can hold; null and absent pass. */
export function checkText(field: string, text: string | null | undefined): void {
  if (text == null || isStorable(text)) return;
  const message = "has the character U+0000 or half of a surrogate pair";
  throw unprocessable([{ field, message, type: "invalid_text" }]);
}
