import type { FieldProblem } from "tradepose-client/models";
import type * as z from "zod";

/** Enough to mend a request; a body wrong in every field is not answered with a body of its size. */
const mostProblems = 100;

type Issue = z.core.$ZodIssue;

/**
 * Every wrong field of a value that does not fit a model.
 *
 * @param root name of the value in front of its paths, for example the name of a query parameter; empty for a body
 */
export function problemsOf(issues: readonly Issue[], value: unknown, root = ""): FieldProblem[] {
  return issues
    .flatMap((issue) => mostSpecific(issue, []))
    .slice(0, mostProblems)
    .map(({ issue, path }) => {
      const missing = valueAt(value, path) === undefined;
      return {
        field: fieldPath(root, path) || "body",
        message: missing ? "is required" : issue.message,
        type: missing ? "missing" : issue.code,
      };
    });
}

interface Placed {
  readonly issue: Issue;
  readonly path: readonly PropertyKey[];
}

/** Of a union's branches, the one that got furthest into the value says best what was meant and what is wrong. */
function mostSpecific(issue: Issue, prefix: readonly PropertyKey[]): Placed[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== "invalid_union") return [{ issue, path }];
  const branches = issue.errors.map((branch) => branch.flatMap((inner) => mostSpecific(inner, path)));
  const depth = (branch: readonly Placed[]) => Math.max(...branch.map((placed) => placed.path.length));
  const deepest = Math.max(path.length, ...branches.map(depth));
  const best = branches.filter((branch) => depth(branch) === deepest);
  return deepest > path.length && best[0] !== undefined ? best[0] : [{ issue, path }];
}

/** `strategy_configs[0].base_freq`. */
function fieldPath(root: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, root);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}
