import type { Operation, Response } from "../../ir.ts";
import { broken, type Change, safe } from "../change.ts";
import { nameOf, type SchemaComparison } from "./schemas.ts";
import type { Direction } from "./usage.ts";

const RESPONSE: ReadonlySet<Direction> = new Set<Direction>(["response"]);
const SCOPE = { types: RESPONSE, values: RESPONSE } as const;
const OUT_OF_TYPES = safe("methods declare no errors");

/** What an operation answers. */
export function compareResponses(old: Operation, fresh: Operation, schemas: SchemaComparison): void {
  compareSuccesses(old, fresh, schemas);
  compareErrors(old, fresh, schemas);
}

const isSuccess = ({ status }: Response): boolean => status.startsWith("2");
const contentOf = ({ kind, contentType }: Response): string =>
  kind === "none" ? "no body" : (contentType ?? kind);

function compareSuccesses(old: Operation, fresh: Operation, schemas: SchemaComparison): void {
  const before = old.responses.filter(isSuccess);
  const after = fresh.responses.filter(isSuccess);
  const { left, pairs } = pairByStatus(before, after);
  for (const [a, b] of pairs) compareSuccess(a, b, old.id, schemas);
  for (const response of left.old) {
    schemas.changes.push(
      change("removed", `${old.id} ${response.status}`, contentOf(response), {
        compile: safe("the other answers have types that callers handle"),
        runtime: safe("the other answers are known to callers"),
      }),
    );
  }
  for (const response of left.fresh) {
    const known = before.some((other) => sameContent(other, response));
    schemas.changes.push(
      change("added", `${old.id} ${response.status}`, describeContent(response), {
        compile: known
          ? safe("the type of the answer is the same")
          : broken("the method may give another type"),
        runtime: known ? safe("the answer reads like the others") : broken("callers do not know this answer"),
      }),
    );
  }
}

function compareSuccess(old: Response, fresh: Response, id: string, schemas: SchemaComparison): void {
  const place = `${id} ${old.status}`;
  if (old.status !== fresh.status) {
    schemas.changes.push(
      change("changed", place, `status ${old.status} -> ${fresh.status}`, {
        compile: safe("methods give the body, whatever the status"),
        runtime: safe("the client takes any 2xx as success"),
      }),
    );
  }
  if (contentOf(old) !== contentOf(fresh)) {
    schemas.changes.push(
      change("changed", place, `${contentOf(old)} -> ${contentOf(fresh)}`, {
        compile: old.kind === fresh.kind ? safe("both are bytes") : broken("the method gives another type"),
        runtime: broken("readers of the old answer cannot read the new one"),
      }),
    );
  }
  if (old.schema !== undefined && fresh.schema !== undefined)
    schemas.compare(old.schema, fresh.schema, place, SCOPE);
}

function compareErrors(old: Operation, fresh: Operation, schemas: SchemaComparison): void {
  const { left, pairs } = pairByStatus(
    old.responses.filter((response) => !isSuccess(response)),
    fresh.responses.filter((response) => !isSuccess(response)),
  );
  for (const [before, after] of pairs) {
    const place = `${old.id} ${before.status}`;
    if (before.status !== after.status) {
      schemas.changes.push(
        change("changed", place, `status ${before.status} -> ${after.status}`, {
          compile: OUT_OF_TYPES,
          runtime: broken("code that catches the old error misses the new one"),
        }),
      );
    }
    if (before.schema !== undefined && after.schema !== undefined)
      schemas.compare(before.schema, after.schema, place, SCOPE);
  }
  for (const response of left.old) {
    schemas.changes.push(
      change("removed", `${old.id} ${response.status}`, describeContent(response), {
        compile: OUT_OF_TYPES,
        runtime: safe("an error that does not come needs no handling"),
      }),
    );
  }
  for (const response of left.fresh) {
    schemas.changes.push(
      change("added", `${old.id} ${response.status}`, describeContent(response), {
        compile: OUT_OF_TYPES,
        runtime: safe("every status has its error class already"),
      }),
    );
  }
}

interface Pairs {
  readonly pairs: readonly (readonly [old: Response, fresh: Response])[];
  readonly left: { readonly old: readonly Response[]; readonly fresh: readonly Response[] };
}

/** The same status on both sides; one that is left on each side has changed its status. */
function pairByStatus(old: readonly Response[], fresh: readonly Response[]): Pairs {
  const pairs = old.flatMap((before) => {
    const after = fresh.find(({ status }) => status === before.status);
    return after === undefined ? [] : [[before, after] as const];
  });
  const lost = old.filter((before) => !pairs.some(([paired]) => paired === before));
  const gained = fresh.filter((after) => !pairs.some(([, paired]) => paired === after));
  const [before] = lost;
  const [after] = gained;
  return before !== undefined && after !== undefined && lost.length === 1 && gained.length === 1
    ? { pairs: [...pairs, [before, after]], left: { old: [], fresh: [] } }
    : { pairs, left: { old: lost, fresh: gained } };
}

function sameContent(a: Response, b: Response): boolean {
  return contentOf(a) === contentOf(b) && describeContent(a) === describeContent(b);
}

function describeContent(response: Response): string {
  return response.schema === undefined ? contentOf(response) : nameOf(response.schema);
}

function change(
  kind: Change["kind"],
  place: string,
  what: string,
  verdicts: Pick<Change, "compile" | "runtime">,
): Change {
  return { kind, subject: "response", place, what, ...verdicts };
}
