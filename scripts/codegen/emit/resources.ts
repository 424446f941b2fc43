import type { Contract, Operation, Parameter, ParameterPlace, Response, Schema, Tag } from "../ir.ts";
import { camelCase, pascalCase } from "../names.ts";
import { refuse } from "../problem.ts";
import { block, describe, documented, type GeneratedFile, sourceFile } from "../source-file.ts";
import { enumsOf } from "./enums.ts";
import { OPEN_OBJECT, zodExpression } from "./zod.ts";

/** `resources/<tag>.ts`: a class per tag with a method per operation. It knows the transport and the models, no more. */
export function emitResources(contract: Contract): GeneratedFile[] {
  return contract.tags.flatMap((tag) => {
    const operations = contract.operations.filter((operation) => operation.tag === tag.name);
    return operations.length === 0 ? [] : [resourceFile(contract, tag, operations)];
  });
}

function resourceFile(contract: Contract, tag: Tag, operations: readonly Operation[]): GeneratedFile {
  const calls = operations.map((operation) => new Call(operation, contract));
  const enums = enumsOf(contract).map(([name]) => name);
  const names = [...contract.schemas.keys()];
  const imports = [
    { from: "zod", names: "z" },
    { from: "../enums.ts", names: enums, typeOnly: true },
    { from: "../models.ts", names: names.filter((name) => !enums.includes(name)), typeOnly: true },
    { from: "../schemas.ts", names: names.map((name) => `${name}Schema`) },
    {
      from: "../transport.ts",
      names: ["ApiPromise", "Operation", "RequestOptions", "Transport"],
      typeOnly: true,
    },
    { from: "../open-object.ts", names: [OPEN_OBJECT] },
    { from: "../types.ts", names: ["operations"], typeOnly: true },
  ];
  const members = [
    "protected readonly transport: Transport;\n",
    "constructor(transport: Transport) {\nthis.transport = transport;\n}\n",
    ...calls.map((call) => call.method()),
  ];
  return sourceFile(`resources/${tag.name}.ts`, imports, [
    ...calls.flatMap((call) => call.queryAlias()),
    ...calls.map((call) => call.constant()),
    documented(tag.description, `export class ${pascalCase(tag.name)}Resource ${block(members)}`),
  ]);
}

/** One operation as a method. */
class Call {
  readonly #operation: Operation;
  readonly #contract: Contract;
  readonly #name: string;
  readonly #successes: readonly Response[];
  readonly #kind: Response["kind"];
  /** What a successful answer holds; a union where statuses differ. */
  readonly #result: Schema | undefined;

  constructor(operation: Operation, contract: Contract) {
    const { id, tag, pointer, responses } = operation;
    this.#operation = operation;
    this.#contract = contract;
    this.#name = camelCase(id.startsWith(`${tag}.`) ? id.slice(tag.length + 1) : id);
    this.#successes = responses.filter(({ status }) => status.startsWith("2"));
    const [kind, ...others] = new Set(this.#successes.map((response) => response.kind));
    this.#kind = kind ?? refuse(pointer, "an operation needs a successful response");
    if (others.length > 0)
      refuse(pointer, "successful responses must be of one kind: JSON, bytes or nothing");
    this.#result = unionOf(this.#successes.flatMap(({ schema }) => schema ?? []));
    const header = this.#parameters("header").find(({ required }) => required);
    if (header !== undefined)
      refuse(pointer, `a method cannot ask for header \`${header.name}\`; make it optional`);
  }

  #parameters(place: ParameterPlace): Parameter[] {
    return this.#operation.parameters.filter((parameter) => parameter.in === place);
  }

  get #queryType(): string {
    return `${pascalCase(this.#operation.tag)}${pascalCase(this.#name)}Query`;
  }

  /** The type that openapi-typescript made of a part of this operation. */
  #typeAt(path: string): string {
    return `operations[${JSON.stringify(this.#operation.id)}]${path}`;
  }

  queryAlias(): string[] {
    if (this.#parameters("query").length === 0) return [];
    const type = `NonNullable<${this.#typeAt('["parameters"]["query"]')}>`;
    return [
      documented(
        `Query parameters of \`${this.#operation.id}\`.`,
        `export type ${this.#queryType} = ${type};`,
      ),
    ];
  }

  constant(): string {
    const { id, method, path } = this.#operation;
    const fields = Object.entries({ id, method, path, response: this.#kind });
    const lines = fields.map(([key, value]) => `${key}: ${JSON.stringify(value)},`);
    if (this.#parameters("header").some(({ name }) => name === "Idempotency-Key"))
      lines.push("idempotent: true,");
    if (this.#result !== undefined) {
      lines.push(`model: () => ${zodExpression(this.#result, { reference: (name) => `${name}Schema` })},`);
    }
    return `export const ${this.#name}Operation: Operation = ${block(lines)};`;
  }

  method(): string {
    const { body } = this.#operation;
    const path = this.#parameters("path");
    const query = this.#parameters("query");
    const parameters = path.map((parameter) => `${camelCase(parameter.name)}: ${scalarType(parameter)}`);
    const input: string[] = [];
    if (path.length > 0) input.push(`path: { ${path.map(pathEntry).join(", ")} }`);
    if (body !== undefined) {
      const inline = `NonNullable<${this.#typeAt('["requestBody"]')}>["content"]["application/json"]`;
      parameters.push(`body${body.required ? "" : "?"}: ${referenceType(body.schema) ?? inline}`);
      input.push("body");
    }
    if (query.length > 0) {
      parameters.push(`query${query.some(({ required }) => required) ? "" : "?"}: ${this.#queryType}`);
      input.push("query");
    }
    const signature = `${this.#name}(${[...parameters, "options?: RequestOptions"].join(", ")})`;
    return documented(
      this.#documentation(),
      `${signature}: ApiPromise<${this.#resultType()}> {
        return this.transport.call(${this.#name}Operation, { ${input.join(", ")} }, options);
      }\n`,
    );
  }

  #resultType(): string {
    if (this.#result === undefined) return this.#kind === "none" ? "void" : "Uint8Array";
    const inline = this.#successes.map(({ status }) =>
      this.#typeAt(`["responses"][${status}]["content"]["application/json"]`),
    );
    return referenceType(this.#result) ?? inline.join(" | ");
  }

  #documentation(): string[] {
    const { summary, description, responses, body, extension } = this.#operation;
    const query = this.#parameters("query").map((parameter) =>
      named(parameter, describe(parameter.schema.notes, parameter.description)),
    );
    const headers = this.#parameters("header").map((parameter) => named(parameter, parameter.description));
    const results = [...new Set(this.#successes.map((response) => response.description))];
    const tags = [
      ...this.#parameters("path").map(
        (parameter) => `@param ${camelCase(parameter.name)} ${parameter.description}`,
      ),
      body === undefined ? "" : `@param body ${body.description ?? this.#describeSchema(body.schema)}`,
      query.length === 0 ? "" : `@param query ${query.join(" ")}`,
      headers.length === 0 ? "" : `@param options Headers: ${headers.join(" ")}`,
      `@returns ${results.join(" ")}`,
      ...responses
        .filter(({ status }) => /^[45]/.test(status))
        .map((error) => `@throws \`${error.status}\` ${error.description}`),
    ];
    return [
      summary,
      description === summary ? "" : (description ?? ""),
      extension ? "An extension: not every server knows it." : "",
      `\n${tags.filter((tag) => tag !== "").join("\n")}`,
    ];
  }

  #describeSchema(schema: Schema): string {
    const target = schema.kind === "ref" ? this.#contract.schemas.get(schema.name) : schema;
    return schema.notes.description ?? target?.notes.description ?? "";
  }
}

function unionOf(schemas: readonly Schema[]): Schema | undefined {
  const members = schemas.filter(
    (schema, index) => schemas.findIndex((other) => sameReference(other, schema)) === index,
  );
  const [first] = members;
  if (first === undefined || members.length === 1) return first;
  return {
    kind: "union",
    members,
    nullable: false,
    discriminator: undefined,
    mapping: undefined,
    notes: first.notes,
  };
}

function sameReference(a: Schema, b: Schema): boolean {
  return a === b || (a.kind === "ref" && b.kind === "ref" && a.name === b.name);
}

/** The type of a reference or of a union of references; nothing for inline schemas. */
function referenceType(schema: Schema): string | undefined {
  if (schema.kind === "ref") return schema.nullable ? `${schema.name} | null` : schema.name;
  const members = schema.kind === "union" ? schema.members.map(referenceType) : [undefined];
  return members.includes(undefined) ? undefined : members.join(" | ");
}

function scalarType({ schema, kind }: Parameter): string {
  return referenceType(schema) ?? (kind === "integer" ? "number" : kind);
}

function pathEntry({ name }: Parameter): string {
  const argument = camelCase(name);
  return name === argument ? name : `${JSON.stringify(name)}: ${argument}`;
}

function named({ name }: Parameter, text: string): string {
  return text === "" ? `\`${name}\`.` : `\`${name}\`: ${text}`;
}
