import type { Contract, Operation } from "../../ir.ts";
import { camelCase, pascalCase } from "../../names.ts";
import { broken, type Change, safe, type Verdict } from "../change.ts";
import { compareParameters, REQUEST_SCOPE } from "./parameters.ts";
import { compareResponses } from "./responses.ts";
import { nameOf, type SchemaComparison } from "./schemas.ts";
import { compileVerdict, runtimeVerdict } from "./shift.ts";

/** Endpoints, by their names; one that has a new name is known by its address. */
export function compareOperations(old: Contract, fresh: Contract, schemas: SchemaComparison): void {
  const pairs = new Map<Operation, Operation>();
  for (const before of old.operations) {
    const after =
      fresh.operations.find(({ id }) => id === before.id) ??
      fresh.operations.find(
        (candidate) =>
          addressOf(candidate) === addressOf(before) && !old.operations.some(({ id }) => id === candidate.id),
      );
    if (after === undefined) schemas.changes.push(removed(before));
    else {
      pairs.set(before, after);
      compareOperation(before, after, schemas);
    }
  }
  const paired = new Set(pairs.values());
  for (const operation of fresh.operations) {
    if (!paired.has(operation)) schemas.changes.push(added(operation));
  }
}

function compareOperation(old: Operation, fresh: Operation, schemas: SchemaComparison): void {
  const change = (what: string, verdicts: Pick<Change, "compile" | "runtime">): void => {
    schemas.changes.push({ kind: "changed", subject: "operation", place: old.id, what, ...verdicts });
  };
  if (old.id !== fresh.id || old.tag !== fresh.tag) {
    const same = methodOf(old) === methodOf(fresh);
    change(`renamed ${fresh.id}${same ? "" : `: ${methodOf(old)} -> ${methodOf(fresh)}`}`, {
      compile: same ? safe("the method is the same") : broken(`\`${methodOf(old)}\` does not exist any more`),
      runtime: safe("the address is the same"),
    });
  }
  if (addressOf(old) !== addressOf(fresh)) {
    change(`address ${old.method} ${old.path} -> ${fresh.method} ${fresh.path}`, {
      compile: safe("methods hide the address"),
      runtime: broken("the old address is not served any more"),
    });
  }
  if (old.public !== fresh.public) {
    change(fresh.public ? "needs no key any more" : "needs a key", {
      compile: safe("the key is no argument"),
      runtime: fresh.public ? safe("a key does no harm") : broken("callers without a key are turned away"),
    });
  }
  compareParameters(old, fresh, schemas);
  compareBody(old, fresh, schemas);
  compareResponses(old, fresh, schemas);
}

function compareBody(old: Operation, fresh: Operation, schemas: SchemaComparison): void {
  const place = `${old.id} body`;
  const change = (kind: Change["kind"], what: string, compile: Verdict, runtime: Verdict): void => {
    schemas.changes.push({ kind, subject: "body", place, what, compile, runtime });
  };
  if (old.body === undefined) {
    if (fresh.body === undefined) return;
    const { required, schema } = fresh.body;
    change(
      "added",
      `${required ? "required" : "optional"} ${nameOf(schema)}`,
      required
        ? broken("the method asks for one more argument")
        : broken("the method now takes its body before query and options"),
      required ? broken("a request without it is refused") : safe("callers can leave it out"),
    );
    return;
  }
  if (fresh.body === undefined) {
    const compile = broken("the method does not take it any more");
    change("removed", nameOf(old.body.schema), compile, broken("what callers send is ignored"));
    return;
  }
  if (old.body.required !== fresh.body.required) {
    const { required } = fresh.body;
    const shift = required ? "narrower" : "wider";
    const directions = REQUEST_SCOPE.types;
    const what = required ? "optional -> required" : "required -> optional";
    change("changed", what, compileVerdict(shift, directions), runtimeVerdict(shift, directions));
  }
  schemas.compare(old.body.schema, fresh.body.schema, place, REQUEST_SCOPE);
}

/** What is asked for, whatever the names of the parts. */
function addressOf({ method, path }: Operation): string {
  return `${method} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`;
}

/** Where people find the method: `StrategiesResource.create`. */
function methodOf({ id, tag }: Operation): string {
  return `${pascalCase(tag)}Resource.${camelCase(id.startsWith(`${tag}.`) ? id.slice(tag.length + 1) : id)}`;
}

function removed(operation: Operation): Change {
  return {
    kind: "removed",
    subject: "operation",
    place: operation.id,
    what: `${operation.method} ${operation.path}`,
    compile: broken(`\`${methodOf(operation)}\` does not exist any more`),
    runtime: broken("the address is not served any more"),
  };
}

function added(operation: Operation): Change {
  return {
    kind: "added",
    subject: "operation",
    place: operation.id,
    what: `${operation.method} ${operation.path}`,
    compile: safe("nobody calls it yet"),
    runtime: safe("nobody calls it yet"),
  };
}
