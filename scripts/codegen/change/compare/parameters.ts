import type { Operation, Parameter } from "../../ir.ts";
import { broken, type Change, safe } from "../change.ts";
import { nameOf, type SchemaComparison } from "./schemas.ts";
import { compileVerdict, runtimeVerdict } from "./shift.ts";
import type { Direction } from "./usage.ts";

const REQUEST: ReadonlySet<Direction> = new Set<Direction>(["request"]);
export const REQUEST_SCOPE = { types: REQUEST, values: REQUEST } as const;

/** Parameters of an operation: path parameters are positional arguments, query parameters one object, headers options. */
export function compareParameters(old: Operation, fresh: Operation, schemas: SchemaComparison): void {
  const at = (parameter: Parameter): string => `${old.id} ${parameter.in} ${parameter.name}`;
  const pairs = pair(old.parameters, fresh.parameters);
  for (const before of old.parameters) {
    const after = pairs.get(before);
    if (after === undefined) schemas.changes.push(removed(before, at(before)));
    else compareParameter(before, after, at(before), schemas);
  }
  const paired = new Set(pairs.values());
  const hadQuery = old.parameters.some((parameter) => parameter.in === "query");
  for (const parameter of fresh.parameters) {
    if (!paired.has(parameter)) schemas.changes.push(added(parameter, at(parameter), hadQuery));
  }
  schemas.changes.push(...order(old, pairs, fresh));
}

/** By place and name; then by name alone (it moved); then path parameters by their position (it has a new name). */
function pair(old: readonly Parameter[], fresh: readonly Parameter[]): Map<Parameter, Parameter> {
  const pairs = new Map<Parameter, Parameter>();
  const free = new Set(fresh);
  const match = (fits: (before: Parameter, after: Parameter) => boolean): void => {
    for (const before of old) {
      if (pairs.has(before)) continue;
      const after = [...free].find((candidate) => fits(before, candidate));
      if (after === undefined) continue;
      pairs.set(before, after);
      free.delete(after);
    }
  };
  match((before, after) => before.in === after.in && before.name === after.name);
  match((before, after) => before.name === after.name);
  const inPath = (parameters: readonly Parameter[]): Parameter[] =>
    parameters.filter((it) => it.in === "path");
  match(
    (before, after) =>
      before.in === "path" &&
      after.in === "path" &&
      inPath(old).indexOf(before) === inPath(fresh).indexOf(after),
  );
  return pairs;
}

function compareParameter(old: Parameter, fresh: Parameter, place: string, schemas: SchemaComparison): void {
  const { changes } = schemas;
  if (old.in !== fresh.in) {
    changes.push({
      kind: "changed",
      subject: "parameter",
      place,
      what: `moved from ${old.in} to ${fresh.in}`,
      compile:
        old.in === "header" && !fresh.required
          ? safe("headers are options of a call, which the compiler does not name")
          : broken("the argument stands elsewhere"),
      runtime: broken("what callers send arrives where nobody looks"),
    });
  } else if (old.name !== fresh.name) {
    changes.push({
      kind: "changed",
      subject: "parameter",
      place,
      what: `called ${fresh.name}`,
      compile: safe("arguments of the path go by their position"),
      runtime: safe("the address is the same"),
    });
  }
  if (old.required !== fresh.required) {
    const shift = fresh.required ? "narrower" : "wider";
    changes.push({
      kind: "changed",
      subject: "parameter",
      place,
      what: fresh.required ? "optional -> required" : "required -> optional",
      compile: compileVerdict(shift, REQUEST),
      runtime: runtimeVerdict(shift, REQUEST),
    });
  }
  schemas.compare(old.schema, fresh.schema, place, REQUEST_SCOPE);
  if (!old.required && !fresh.required) schemas.default(old.schema, fresh.schema, place, REQUEST_SCOPE);
}

function removed(parameter: Parameter, place: string): Change {
  return {
    kind: "removed",
    subject: "parameter",
    place,
    what: nameOf(parameter.schema),
    compile:
      parameter.in === "header"
        ? safe("headers are options of a call, which the compiler does not name")
        : broken("the method does not take it any more"),
    runtime: broken("what callers send is ignored"),
  };
}

function added(parameter: Parameter, place: string, hadQuery: boolean): Change {
  const { required } = parameter;
  const compile =
    parameter.in === "header"
      ? safe("headers are options of a call, which the compiler does not name")
      : required
        ? broken("the method asks for one more argument")
        : hadQuery
          ? safe("callers can leave it out")
          : broken("the method now takes its query before its options");
  return {
    kind: "added",
    subject: "parameter",
    place,
    what: `${required ? "required" : "optional"} ${nameOf(parameter.schema)}`,
    compile,
    runtime: required ? broken("a request without it is refused") : safe("callers can leave it out"),
  };
}

/** Arguments of the path are told apart by their order alone: two of one type swap without a word. */
function order(
  old: Operation,
  pairs: ReadonlyMap<Parameter, Parameter>,
  { parameters }: Operation,
): Change[] {
  const after = old.parameters
    .filter((parameter) => parameter.in === "path")
    .flatMap((parameter) => pairs.get(parameter) ?? [])
    .filter((parameter) => parameter.in === "path");
  const sorted = parameters.filter((parameter) => after.includes(parameter));
  if (after.every((parameter, index) => parameter === sorted[index])) return [];
  return [
    {
      kind: "changed",
      subject: "parameter",
      place: `${old.id} path`,
      what: `order ${sorted.map(({ name }) => name).join(", ")}`,
      compile:
        new Set(after.map(({ schema }) => nameOf(schema))).size > 1
          ? broken("arguments of the path stand in another order")
          : safe("the arguments have one type"),
      runtime: broken("arguments of the path go by their position: recompiled callers swap them"),
    },
  ];
}
