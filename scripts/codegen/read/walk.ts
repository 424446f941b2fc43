import { isObject, type JsonObject } from "../json.ts";

export type Visit = (schema: JsonObject) => void;

/**
 * Visits every schema of a document once, wherever it stands. A schema is entered before its parts, which are looked up
 * afterwards, so that entering may rewrite them.
 */
export function walkSchemas(document: JsonObject, enter: Visit, leave: Visit = () => {}): void {
  const done = new WeakSet<object>();

  const visit = (schema: unknown): void => {
    if (!isObject(schema) || done.has(schema)) return;
    done.add(schema);
    enter(schema);
    for (const key of ["properties", "oneOf", "anyOf", "allOf"]) visitAll(schema[key]);
    for (const key of ["items", "additionalProperties"]) visit(schema[key]);
    leave(schema);
  };

  const visitAll = (schemas: unknown): void => {
    for (const schema of Array.isArray(schemas) ? schemas : isObject(schemas) ? Object.values(schemas) : []) {
      visit(schema);
    }
  };

  /** Finds the schemas in the parts of the document that are none themselves. */
  const search = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) search(item);
      return;
    }
    if (!isObject(value)) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === "schema") visit(child);
      else if (value === document.components && key === "schemas") visitAll(child);
      else if (!key.startsWith("x-") && key !== "example" && key !== "examples") search(child);
    }
  };

  search(document.paths);
  search(document.components);
}
