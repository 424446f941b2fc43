import type { Contract, Operation, Parameter, Response, Schema } from "../ir.ts";
import { block, documented, type GeneratedFile, sourceFile } from "../source-file.ts";
import { MAKE } from "./schemas.ts";
import { OPEN_OBJECT, zodExpression } from "./zod.ts";

const TYPES = `
export interface OperationParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  /** What its text, or each text of a list, stands for. */
  readonly kind: "string" | "integer" | "number" | "boolean";
  /** Takes several values: the parameter is repeated for each. */
  readonly list?: true;
  readonly required: boolean;
  /** Checks the value, once it was read from its text. */
  readonly model: z.ZodType;
}

export interface OperationResponse {
  readonly kind: "json" | "bytes" | "none";
  readonly contentType?: string;
  readonly model?: z.ZodType;
}

export interface OperationSpec {
  readonly id: OperationId;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With \`{name}\` where path parameters stand. */
  readonly path: string;
  readonly parameters: readonly OperationParameter[];
  readonly bodyRequired: boolean;
  readonly bodyModel?: z.ZodType;
  readonly responses: Readonly<Record<number, OperationResponse>>;
  /** Needs no key. */
  readonly public: boolean;
}
`;

/** `operations.ts`: every endpoint as data, for servers and for tests. Clients use the resources instead. */
export function emitOperations(contract: Contract): GeneratedFile | undefined {
  if (contract.operations.length === 0) return undefined;
  const ids = contract.operations.map(({ id }) => JSON.stringify(id)).join(" | ");
  const entries = contract.operations.map((operation) =>
    documented(operation.summary, `${JSON.stringify(operation.id)}: ${entry(operation)},`),
  );
  const imports = [
    { from: "zod", names: "z" },
    { from: "./open-object.ts", names: [OPEN_OBJECT] },
    { from: "./schemas.ts", names: [MAKE] },
    { from: "./models.ts", names: [...contract.schemas.keys()].map((name) => `${name}Model`) },
  ];
  return sourceFile("operations.ts", imports, [
    documented("Names of the endpoints.", `export type OperationId = ${ids};`),
    TYPES,
    documented(
      "Every endpoint of the contract by its name.",
      `export const operations: Readonly<Record<OperationId, OperationSpec>> = /* @__PURE__ */ ${MAKE}(() => (${block(entries)}) satisfies Record<OperationId, OperationSpec>);`,
    ),
  ]);
}

const model = (schema: Schema): string => zodExpression(schema, { reference: (name) => `${name}Model` });

function entry(operation: Operation): string {
  const lines = [
    `id: ${JSON.stringify(operation.id)},`,
    `method: ${JSON.stringify(operation.method)},`,
    `path: ${JSON.stringify(operation.path)},`,
    `parameters: [${operation.parameters.map(parameterEntry).join(", ")}],`,
    `bodyRequired: ${operation.body?.required ?? false},`,
    ...(operation.body === undefined ? [] : [`bodyModel: ${model(operation.body.schema)},`]),
    `responses: { ${operation.responses.map(responseEntry).join(", ")} },`,
    `public: ${operation.public},`,
  ];
  return block(lines);
}

function parameterEntry(parameter: Parameter): string {
  const { name, in: place, kind, list, required } = parameter;
  const head = Object.entries({ name, in: place, kind, ...(list && { list }), required }).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  return `{ ${head.join(", ")}, model: ${model(parameter.schema)} }`;
}

function responseEntry(response: Response): string {
  const parts = [`kind: ${JSON.stringify(response.kind)}`];
  if (response.contentType !== undefined) parts.push(`contentType: ${JSON.stringify(response.contentType)}`);
  if (response.schema !== undefined) parts.push(`model: ${model(response.schema)}`);
  return `${response.status}: { ${parts.join(", ")} }`;
}
