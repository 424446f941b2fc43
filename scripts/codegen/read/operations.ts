import type { HttpMethod, Operation, Parameter, ParameterPlace, Response, Schema, Tag } from "../ir.ts";
import { isObject, type JsonObject, type Places, Reader } from "../json.ts";
import { readSchema } from "./schema.ts";

const METHODS: readonly HttpMethod[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const PLACES: readonly string[] = ["path", "query", "header"] satisfies ParameterPlace[];

/** The endpoints of the document, in its order, and its tags. */
export function readOperations(
  document: JsonObject,
  places: Places,
  schemas: ReadonlyMap<string, Schema>,
): { operations: Operation[]; tags: Tag[] } {
  return new OperationReader(document, places, schemas).run();
}

class OperationReader {
  readonly #root: Reader;
  readonly #components: JsonObject;
  readonly #places: Places;
  readonly #schemas: ReadonlyMap<string, Schema>;
  readonly #ids = new Set<string>();

  constructor(document: JsonObject, places: Places, schemas: ReadonlyMap<string, Schema>) {
    this.#places = places;
    this.#schemas = schemas;
    this.#root = new Reader(places, document, "the document");
    const components = document.components;
    this.#components = isObject(components) ? components : {};
  }

  run(): { operations: Operation[]; tags: Tag[] } {
    const tags = (this.#root.objects("tags") ?? []).map((node) => {
      const reader = new Reader(this.#places, node, "a tag");
      const tag = {
        name: reader.required(reader.string("name"), "name"),
        description: reader.string("description")?.trim(),
      };
      reader.end();
      return tag;
    });
    const operations: Operation[] = [];
    for (const [path, item] of Object.entries(this.#root.object("paths") ?? {})) {
      if (!isObject(item)) this.#root.fail(`path \`${path}\` holds no operations`, "paths");
      const reader = new Reader(this.#places, item, "a path");
      const shared = reader.objects("parameters") ?? [];
      for (const method of METHODS) {
        const node = reader.object(method.toLowerCase());
        if (node !== undefined) operations.push(this.#operation(path, method, node, shared));
      }
      reader.end();
    }
    const known = new Set(tags.map(({ name }) => name));
    for (const { tag } of operations) {
      if (!known.has(tag)) tags.push({ name: tag, description: undefined });
      known.add(tag);
    }
    return { operations, tags };
  }

  /** Follows a reference to a shared parameter, response or request body. */
  #open(node: JsonObject, section: string, what: string): Reader {
    const ref = node.$ref;
    if (ref === undefined) return new Reader(this.#places, node, what);
    const name =
      typeof ref === "string" ? new RegExp(`^#/components/${section}/([^/]+)$`).exec(ref)?.[1] : undefined;
    const shared = this.#components[section];
    const target = name !== undefined && isObject(shared) ? shared[name] : undefined;
    if (!isObject(target))
      return new Reader(this.#places, node, what).fail(
        `\`${String(ref)}\` names no ${what} of this contract`,
        "$ref",
      );
    return this.#open(target, section, what);
  }

  #operation(path: string, method: HttpMethod, node: JsonObject, shared: readonly JsonObject[]): Operation {
    const reader = new Reader(this.#places, node, "an operation");
    const id = reader.required(reader.string("operationId"), "operationId");
    if (this.#ids.has(id)) reader.fail(`a second operation is called \`${id}\``, "operationId");
    this.#ids.add(id);
    const tags = reader.strings("tags") ?? [];
    if (tags.length !== 1)
      reader.fail("an operation has exactly one tag: the resource it belongs to", "tags");
    const description = reader.string("description")?.trim();
    const parameters = [...shared, ...(reader.objects("parameters") ?? [])].map((parameter) =>
      this.#parameter(parameter),
    );
    this.#checkPath(reader, path, parameters);
    const operation: Operation = {
      pointer: reader.pointer,
      id,
      tag: tags[0] ?? "",
      method,
      path,
      summary: reader.string("summary")?.trim() ?? description ?? id,
      description,
      public: (reader.array("security") ?? this.#root.array("security") ?? []).length === 0,
      extension: reader.boolean("x-tradepose-extension") ?? false,
      parameters,
      body: this.#body(reader),
      responses: this.#responses(reader),
    };
    reader.boolean("deprecated");
    reader.end();
    return operation;
  }

  #checkPath(reader: Reader, path: string, parameters: readonly Parameter[]): void {
    const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "").sort();
    const declared = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
    if (JSON.stringify(inPath) !== JSON.stringify([...declared].sort())) {
      reader.fail(
        `path \`${path}\` and its parameters (${declared.join(", ") || "none"}) do not fit`,
        "parameters",
      );
    }
  }

  #parameter(node: JsonObject): Parameter {
    const reader = this.#open(node, "parameters", "parameter");
    const place = reader.required(reader.string("in"), "in");
    if (!PLACES.includes(place)) reader.fail(`a parameter in \`${place}\` is not understood`, "in");
    const schema = readSchema(this.#places, reader.required(reader.object("schema"), "schema"));
    const target = this.#resolve(schema);
    const list = target.kind === "array";
    if (list && place !== "query") reader.fail("only query parameters can be lists", "in");
    this.#checkStyle(reader, place, list);
    const parameter: Parameter = {
      name: reader.required(reader.string("name"), "name"),
      in: place as ParameterPlace,
      required: reader.boolean("required") ?? false,
      description: reader.string("description")?.trim() ?? schema.notes.description ?? "",
      kind: this.#scalarKind(reader, list ? target.items : target),
      list,
      schema,
    };
    reader.boolean("x-tradepose-extension");
    reader.end();
    return parameter;
  }

  /** Values are written the way OpenAPI does unless told otherwise; of lists that is one parameter per value. */
  #checkStyle(reader: Reader, place: string, list: boolean): void {
    const usual = place === "query" ? "form" : "simple";
    const style = reader.string("style") ?? usual;
    if (style !== usual)
      reader.fail(`a parameter in ${place} has style \`${usual}\`, not \`${style}\``, "style");
    const explode = reader.boolean("explode") ?? true;
    if (list && !explode) reader.fail("write a list by repeating its parameter: `explode: true`", "explode");
  }

  #resolve(schema: Schema): Schema {
    const target = schema.kind === "ref" ? this.#schemas.get(schema.name) : undefined;
    return target === undefined ? schema : this.#resolve(target);
  }

  /** How the text of a URL is read before its model checks it. */
  #scalarKind(reader: Reader, schema: Schema): Parameter["kind"] {
    switch (schema.kind) {
      case "string":
      case "integer":
      case "number":
      case "boolean":
        return schema.kind;
      case "enum":
        return typeof schema.members[0]?.value === "number" ? "integer" : "string";
      case "const":
        return typeof schema.value === "number"
          ? "number"
          : typeof schema.value === "string"
            ? "string"
            : "boolean";
      case "ref":
        return schema === this.#resolve(schema)
          ? reader.fail(`\`${schema.name}\` is no schema`, "schema")
          : this.#scalarKind(reader, this.#resolve(schema));
      default:
        return reader.fail(
          `a parameter holds text, a number, true or false, or a list of these, not \`${schema.kind}\``,
          "schema",
        );
    }
  }

  #body(operation: Reader): Operation["body"] {
    const node = operation.object("requestBody");
    if (node === undefined) return undefined;
    const reader = this.#open(node, "requestBodies", "request body");
    const { contentType, schema } = this.#content(reader);
    if (contentType !== "application/json" || schema === undefined) {
      return reader.fail("only application/json with a schema can be sent", "content");
    }
    const body = {
      schema,
      required: reader.boolean("required") ?? false,
      description: reader.string("description")?.trim(),
    };
    reader.end();
    return body;
  }

  #responses(operation: Reader): Response[] {
    const nodes = operation.required(operation.object("responses"), "responses");
    return Object.entries(nodes).map(([status, node]): Response => {
      if (!/^[1-5]\d\d$/.test(status))
        operation.fail(`name the status of each response; \`${status}\` is none`, "responses");
      if (!isObject(node)) return operation.fail(`response ${status} is no object`, "responses");
      const reader = this.#open(node, "responses", "response");
      const { contentType, schema } = this.#content(reader);
      // Headers are the transport's matter: it reads the few it knows from every answer.
      reader.object("headers");
      const json = contentType === "application/json";
      if (json && schema === undefined) reader.fail("a JSON response needs a schema", "content");
      const response: Response = {
        status,
        description: reader.required(reader.string("description"), "description").trim(),
        kind: contentType === undefined ? "none" : json ? "json" : "bytes",
        contentType,
        schema: json ? schema : undefined,
      };
      reader.end();
      return response;
    });
  }

  #content(reader: Reader): { contentType?: string; schema?: Schema } {
    const content = reader.object("content");
    if (content === undefined) return {};
    const [entry, ...others] = Object.entries(content);
    if (entry === undefined) return {};
    const [contentType, node] = entry;
    if (others.length > 0 || !isObject(node))
      return reader.fail("exactly one content type is understood", "content");
    const media = new Reader(this.#places, node, "a media type");
    const schema = media.object("schema");
    media.raw("example");
    media.raw("examples");
    media.end();
    return schema === undefined ? { contentType } : { contentType, schema: readSchema(this.#places, schema) };
  }
}
