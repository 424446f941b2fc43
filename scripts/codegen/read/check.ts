import type { Contract, Schema, UnionSchema } from "../ir.ts";
import { refuse } from "../problem.ts";

/** The schemas directly inside a schema. */
export function childrenOf(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case "object": {
      const named = schema.properties.map((property) => property.schema);
      return schema.additional === undefined || schema.additional === false
        ? named
        : [...named, schema.additional];
    }
    case "record":
      return [schema.values];
    case "array":
      return [schema.items];
    case "union":
      return schema.members;
    default:
      return [];
  }
}

/** Every reference names a schema, every discriminator finds its constants. */
export function checkReferences(contract: Contract): void {
  const visit = (schema: Schema): void => {
    if (schema.kind === "ref" && !contract.schemas.has(schema.name)) {
      refuse(schema.notes.pointer, `\`${schema.name}\` is no schema of this contract`);
    }
    if (schema.kind === "union" && schema.discriminator !== undefined)
      checkTags(contract, schema, schema.discriminator);
    for (const child of childrenOf(schema)) visit(child);
  };
  for (const schema of contract.schemas.values()) visit(schema);
  for (const operation of contract.operations) {
    for (const parameter of operation.parameters) visit(parameter.schema);
    if (operation.body !== undefined) visit(operation.body.schema);
    for (const response of operation.responses) if (response.schema !== undefined) visit(response.schema);
  }
}

function checkTags(contract: Contract, { members, mapping, notes }: UnionSchema, property: string): void {
  const found: Record<string, string> = {};
  for (const member of members) {
    const target = member.kind === "ref" ? contract.schemas.get(member.name) : member;
    const tag =
      target?.kind === "object" ? target.properties.find(({ name }) => name === property) : undefined;
    const value = tag?.schema.kind === "const" ? tag.schema.value : soleMember(tag?.schema);
    if (tag?.required !== true || value === undefined) {
      const reason = `each member must be an object with a required constant \`${property}\`, the discriminator`;
      refuse(notes.pointer, reason);
    }
    if (Object.hasOwn(found, String(value))) {
      refuse(notes.pointer, `two members have ${JSON.stringify(value)} as \`${property}\``);
    }
    found[String(value)] = member.kind === "ref" ? member.name : "";
  }
  if (mapping === undefined || sameEntries(mapping, found)) return;
  const reason = `does not fit the \`${property}\` constants of the members: ${JSON.stringify(found)}`;
  refuse(`${notes.pointer}/discriminator/mapping`, reason);
}

function sameEntries(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function soleMember(schema: Schema | undefined): unknown {
  return schema?.kind === "enum" && schema.members.length === 1 ? schema.members[0]?.value : undefined;
}
