import type { Contract, Operation, Parameter, Response } from "../../../scripts/codegen/ir.ts";
import { camelCase, pascalCase } from "../../../scripts/codegen/names.ts";
import type { OperationResponse, OperationSpec } from "../../../src/generated/operations.ts";
import type {
  Operation as Endpoint,
  OperationInput,
  RequestOptions,
} from "../../../src/generated/transport.ts";
import { keepsMeaning, meaning } from "./meaning.ts";
import { variants } from "./variants.ts";

type Method = (...inputs: unknown[]) => unknown;

/** Generated code at work, beside the contract that it came from. */
export interface Sdk {
  readonly contract: Contract;
  readonly operations: Readonly<Record<string, OperationSpec>>;
  /** The class of a resource, by its tag. */
  resource(tag: string): new (transport: object) => Record<string, Method | undefined>;
}

interface Wire {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

interface Served {
  readonly operation: Operation;
  /** What the server understood. */
  readonly taken: unknown;
}

/** What goes wrong when callers of the old SDK meet a server of the new contract; empty when nothing does. */
export function replayOld(old: Sdk, fresh: Sdk): string[] {
  return old.contract.operations.flatMap((operation) => [
    ...calls(old.contract, operation).flatMap((inputs) => {
      const wire = send(old, operation, inputs);
      return judge(serve(old, wire), serve(fresh, wire), operation);
    }),
    ...answers(old, fresh, operation),
  ]);
}

/** What goes wrong when the callers' code, compiled against the new SDK, makes the same calls. */
export function replayRecompiled(old: Sdk, fresh: Sdk): string[] {
  return old.contract.operations.flatMap((operation) =>
    calls(old.contract, operation).flatMap((inputs) =>
      judge(
        serve(old, send(old, operation, inputs)),
        serve(fresh, send(fresh, operation, inputs)),
        operation,
      ),
    ),
  );
}

function judge(before: Served | string, after: Served | string, { id }: Operation): string[] {
  if (typeof before === "string") throw new Error(`${id} was refused by its own contract: ${before}`);
  if (typeof after === "string") return [`${id}: ${after}`];
  if (keepsMeaning(before.taken, after.taken)) return [];
  return [`${id}: ${JSON.stringify(before.taken)} is taken for ${JSON.stringify(after.taken)}`];
}

const inPlace = (operation: Operation, place: string): Parameter[] =>
  operation.parameters.filter((parameter) => parameter.in === place);

/** Arguments that touch everything the method takes, one deviation at a time. */
function calls(contract: Contract, operation: Operation): unknown[][] {
  const path = inPlace(operation, "path").map((parameter, index) => {
    const [first, second] = variants(contract, parameter.schema);
    return index % 2 === 0 ? first : (second ?? first);
  });
  const objects = (place: string): Record<string, unknown>[] => {
    const all = inPlace(operation, place).map(({ name, required, schema }) => {
      return { name, required, values: variants(contract, schema) };
    });
    const full = Object.fromEntries(all.map(({ name, values }) => [name, values[0]]));
    const least = Object.fromEntries(
      all.filter(({ required }) => required).map(({ name }) => [name, full[name]]),
    );
    const others = all.flatMap(({ name, values }) =>
      values.slice(1).map((value) => ({ ...full, [name]: value })),
    );
    return [full, least, ...others];
  };
  const bodies =
    operation.body === undefined ? [[]] : variants(contract, operation.body.schema).map((body) => [body]);
  const queries = inPlace(operation, "query").length === 0 ? [[]] : objects("query").map((query) => [query]);
  const headers = objects("header");
  return [
    ...bodies.map((body) => [...path, ...body, ...(queries[0] ?? []), { headers: headers[0] }]),
    ...queries.map((query) => [...path, ...(bodies[0] ?? []), ...query, { headers: headers[1] }]),
  ];
}

/** What the generated method puts on the wire. */
function send(sdk: Sdk, { id, tag }: Operation, inputs: readonly unknown[]): Wire {
  let wire: Wire | undefined;
  const call = (endpoint: Endpoint, input: OperationInput, options?: RequestOptions): Promise<void> => {
    const path = endpoint.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
      encodeURIComponent(String(input.path?.[name])),
    );
    const { query = {}, body } = input;
    wire = { method: endpoint.method, path, query, headers: options?.headers ?? {}, body: copy(body) };
    return Promise.resolve();
  };
  const name = camelCase(id.startsWith(`${tag}.`) ? id.slice(tag.length + 1) : id);
  const resource = new (sdk.resource(tag))({ call });
  const method = resource[name];
  if (method === undefined) throw new Error(`there is no method ${tag}.${name}`);
  method.apply(resource, [...inputs]);
  if (wire === undefined) throw new Error(`${id} called nothing`);
  return wire;
}

/** A server that knows its contract and nothing else: what it understood, or why it refuses. */
function serve({ contract, operations }: Sdk, wire: Wire): Served | string {
  for (const operation of contract.operations) {
    const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "");
    const match = new RegExp(`^${operation.path.replaceAll(/\{[^}]+\}/g, "([^/]+)")}$`).exec(wire.path);
    const spec = operations[operation.id];
    if (operation.method !== wire.method || match === null || spec === undefined) continue;
    const inPath = Object.fromEntries(
      names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")]),
    );
    const taken: Record<string, unknown> = {};
    for (const parameter of spec.parameters) {
      const given = { path: inPath, query: wire.query, header: wire.headers }[parameter.in][parameter.name];
      const value = parameter.in === "path" && parameter.kind === "integer" ? Number(given) : given;
      if (value === undefined && parameter.required) return `needs ${parameter.in} ${parameter.name}`;
      if (value !== undefined && !parameter.model.safeParse(value).success)
        return `refuses ${JSON.stringify(value)} as ${parameter.in} ${parameter.name}`;
      const schema = operation.parameters.find(
        (it) => it.name === parameter.name && it.in === parameter.in,
      )?.schema;
      // The names of the parts of an address are the server's own affair, their order is not.
      const key =
        parameter.in === "path"
          ? `path ${names.indexOf(parameter.name)}`
          : `${parameter.in} ${parameter.name}`;
      if (schema !== undefined) taken[key] = meaning(contract, schema, value);
    }
    if (wire.body === undefined && spec.bodyRequired) return "needs a body";
    if (wire.body !== undefined && spec.bodyModel?.safeParse(wire.body).success === false)
      return `refuses the body ${JSON.stringify(wire.body)}`;
    if (operation.body !== undefined) taken.body = meaning(contract, operation.body.schema, wire.body);
    // Without defaults of their own, absent parameters say nothing.
    for (const [key, value] of Object.entries(taken)) if (value === undefined) delete taken[key];
    return { operation, taken };
  }
  return `serves no ${wire.method} ${wire.path}`;
}

/** Everything that a new server may answer, read by the models of the old SDK. */
function answers(old: Sdk, fresh: Sdk, operation: Operation): string[] {
  const [inputs = []] = calls(old.contract, operation);
  const served = serve(fresh, send(old, operation, inputs));
  if (typeof served === "string") return [];
  const known = Object.entries(old.operations[operation.id]?.responses ?? {}).filter(([status]) =>
    status.startsWith("2"),
  );
  const successes = served.operation.responses.filter(({ status }) => status.startsWith("2"));
  const problems = successes.flatMap((response) => {
    // The client takes any 2xx as success.
    const reader = (known.find(([status]) => status === response.status) ?? known[0])?.[1];
    return reader === undefined ? ["no reader"] : read(reader, response, fresh.contract);
  });
  return [...problems, ...errors(operation, served.operation)].map(
    (problem) => `${operation.id}: ${problem}`,
  );
}

function read(reader: OperationResponse, response: Response, contract: Contract): string[] {
  if (reader.kind !== response.kind || reader.contentType !== response.contentType) {
    return [`expects ${reader.contentType ?? "no body"}, gets ${response.contentType ?? "no body"}`];
  }
  const { schema } = response;
  if (schema === undefined) return [];
  return variants(contract, schema)
    .map(copy)
    .filter((value) => reader.model?.safeParse(value).success !== true)
    .map((value) => `cannot read ${JSON.stringify(value)}`);
}

/** A caller who handles the one error that is declared meets the one that is declared now. */
function errors(old: Operation, fresh: Operation): string[] {
  const statuses = ({ responses }: Operation): string[] =>
    responses.map(({ status }) => status).filter((status) => /^[45]/.test(status));
  const handled = statuses(old);
  const met = statuses(fresh);
  return handled.length === 1 && met.length === 1 && handled[0] !== met[0]
    ? [`handles ${handled[0]}, meets ${met[0]}`]
    : [];
}

function copy(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** The class of a resource among the exports of its module. */
export function resourceName(tag: string): string {
  return `${pascalCase(tag)}Resource`;
}
