import type { ZodType } from "zod";
import type { FieldProblem } from "../errors/request.ts";
import { fieldPath } from "./field-path.ts";

/** What happens when an answer does not fit its model; the data is handed over as received in any case. */
export const validations = ["throw", "warn", "off"] as const;
export type Validation = (typeof validations)[number];

type Issue = NonNullable<ReturnType<ZodType["safeParse"]>["error"]>["issues"][number];

/**
 * What in an answer contradicts its model. A field or an enum value that this version does not know is no
 * contradiction: servers add them without notice.
 */
export function contradictions(model: ZodType, data: unknown): readonly FieldProblem[] {
  const result = model.safeParse(data);
  if (result.success) return [];
  return result.error.issues
    .filter((issue) => !isAddition(issue, data))
    .map((issue) => ({ field: fieldPath(issue.path), message: issue.message, type: issue.code }));
}

function isAddition(issue: Issue, data: unknown): boolean {
  switch (issue.code) {
    case "unrecognized_keys":
      return true;
    case "invalid_value": {
      const value = valueAt(data, issue.path);
      return issue.values.some((known) => typeof known === typeof value);
    }
    case "invalid_union": {
      const value = valueAt(data, issue.path);
      // Without branches it is the discriminator that is unknown, and the path ends in it.
      if (issue.errors.length === 0) return typeof value === "string";
      return issue.errors.some((branch) => branch.every((it) => isAddition(it, value)));
    }
    default:
      return false;
  }
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    data,
  );
}
