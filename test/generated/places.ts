import type { Contract, Schema } from "../../scripts/codegen/ir.ts";

export type Tree = { [key: string | number]: unknown };
export type Place = readonly (string | number)[];

/** Every place of a value that the schema of this name requires. */
export function requiredPlaces(contract: Contract, value: unknown, name: string): Place[] {
  const named = (wanted: string): Schema | undefined => contract.schemas.get(wanted);
  const target = (schema: Schema): Schema | undefined =>
    schema.kind === "ref" ? named(schema.name) : schema;

  const walk = (inner: unknown, schema: Schema | undefined, at: Place): Place[] => {
    if (schema === undefined || typeof inner !== "object" || inner === null) return [];
    switch (schema.kind) {
      case "ref":
        return walk(inner, named(schema.name), at);
      case "array":
        return (inner as unknown[]).flatMap((item, index) => walk(item, schema.items, [...at, index]));
      case "record":
        return Object.entries(inner).flatMap(([key, item]) => walk(item, schema.values, [...at, key]));
      case "object":
        return schema.properties.flatMap(({ name, required, schema: property }) => [
          ...(required ? [[...at, name]] : []),
          ...walk((inner as Tree)[name], property, [...at, name]),
        ]);
      case "union": {
        const { discriminator: tag, members } = schema;
        const member = members.map(target).find((candidate) => {
          const property =
            candidate?.kind === "object" ? candidate.properties.find(({ name }) => name === tag) : undefined;
          return property?.schema.kind === "const" && property.schema.value === (inner as Tree)[tag ?? ""];
        });
        return walk(inner, member, at);
      }
      default:
        return [];
    }
  };
  return walk(value, named(name), []);
}

/** The object or list that holds the last key of a path. */
export function ownerOf(value: Tree, place: Place): Tree {
  return place.slice(0, -1).reduce((inner, key) => inner[key] as Tree, value);
}

/** A copy without the value at a place. */
export function cutAt<T>(value: T, place: Place): T {
  const copy = structuredClone(value);
  delete ownerOf(copy as Tree, place)[place.at(-1) ?? ""];
  return copy;
}
