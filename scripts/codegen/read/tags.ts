import { isObject, type JsonObject, type Places } from "../json.ts";

/** Which property tells the members of a family apart, and what it holds in each. */
export interface Discriminator {
  readonly property: string;
  readonly mapping: JsonObject;
}

export function discriminatorOf(schema: JsonObject): Discriminator | undefined {
  const node = schema.discriminator;
  if (!isObject(node) || typeof node.propertyName !== "string") return undefined;
  return { property: node.propertyName, mapping: isObject(node.mapping) ? node.mapping : {} };
}

/** Whether a property can hold one value only. */
export function isConstant(property: unknown): boolean {
  if (!isObject(property)) return false;
  return property.const !== undefined || (Array.isArray(property.enum) && property.enum.length === 1);
}

/**
 * Writes the value of a discriminator into a member of its family as a required constant: types and models can tell
 * members apart only by what stands in them. A constant that the document gives is kept; else it is what the mapping
 * says, and without a mapping the member's name (OpenAPI 3.1, "Discriminator Object").
 */
export function tagMember(
  member: JsonObject,
  name: string,
  discriminator: Discriminator,
  places: Places,
): void {
  const { property, mapping } = discriminator;
  const properties = isObject(member.properties) ? member.properties : places.derive<JsonObject>({}, member);
  const known = properties[property];
  if (!isConstant(known)) {
    const isMember = (target: unknown): boolean => target === name || String(target).endsWith(`/${name}`);
    const tag = Object.keys(mapping).find((key) => isMember(mapping[key])) ?? name;
    const description = isObject(known) ? known.description : undefined;
    const constant: JsonObject = {
      type: "string",
      const: tag,
      ...(description !== undefined && { description }),
    };
    properties[property] = places.derive(constant, isObject(known) ? known : member);
  }
  const required = Array.isArray(member.required) ? member.required : [];
  member.properties = properties;
  member.required = places.derive([...new Set([...required, property])], member);
}
