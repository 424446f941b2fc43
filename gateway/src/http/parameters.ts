import type { FieldProblem, OperationParameter, OperationSpec } from "tradepose-client/models";
import { isStorable } from "../foundation/storable-text.ts";
import { problemsOf } from "./problems.ts";

/** Values of parameters by name. */
export type ParameterValues = Readonly<Record<string, unknown>>;

/**
 * Reads the texts of path or query parameters as the contract types them and checks them. Texts that are no number or
 * truth value stay text, so that the model refuses them; unknown parameters are left out.
 */
export function readParameters(
  operation: OperationSpec,
  place: OperationParameter["in"],
  texts: Readonly<Record<string, unknown>>,
): { readonly values: ParameterValues; readonly problems: readonly FieldProblem[] } {
  const values: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const parameter of operation.parameters) {
    if (parameter.in !== place) continue;
    const text = texts[parameter.name];
    if (text === undefined && !parameter.required) continue;
    const value =
      parameter.list && text !== undefined
        ? [text].flat().map((one) => read(parameter.kind, one))
        : read(parameter.kind, text);
    const checked = parameter.model.safeParse(value);
    if (typeof value === "string" && !isStorable(value))
      problems.push({ field: parameter.name, message: "has the character U+0000", type: "invalid_text" });
    else if (checked.success) values[parameter.name] = value;
    else problems.push(...problemsOf(checked.error.issues, value, parameter.name));
  }
  return { values, problems };
}

function read(kind: OperationParameter["kind"], text: unknown): unknown {
  if (typeof text !== "string") return text;
  switch (kind) {
    case "string":
      return text;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text;
    case "integer":
      return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
    case "number":
      return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
  }
}
