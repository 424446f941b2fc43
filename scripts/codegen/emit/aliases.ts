import { Project, SyntaxKind } from "ts-morph";
import { components } from "../graph.ts";
import type { Schema } from "../ir.ts";

/**
 * Gives a name of its own to each schema that contains itself without an object in between, as in a list of itself:
 * as the member of an interface TypeScript refuses it, as a type alias it is fine.
 *
 * @param text the file of types by openapi-typescript
 */
export function nameSelfReferences(text: string, schemas: ReadonlyMap<string, Schema>): string {
  const names = selfReferring(schemas);
  if (names.length === 0) return text;
  const file = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true }).createSourceFile(
    "types.ts",
    text,
  );
  const list = file.getInterfaceOrThrow("components").getPropertyOrThrow("schemas");
  for (const name of names) {
    const member = list
      .getTypeNodeOrThrow()
      .asKindOrThrow(SyntaxKind.TypeLiteral)
      .getPropertyOrThrow((property) => property.getName() === name);
    const alias = `${name}Type`;
    const type = names.reduce(
      (type, other) => type.replaceAll(`components["schemas"]["${other}"]`, `${other}Type`),
      member.getTypeNodeOrThrow().getText(),
    );
    file.addTypeAlias({ name: alias, type });
    member.setType(alias);
  }
  return file.getFullText();
}

function selfReferring(schemas: ReadonlyMap<string, Schema>): string[] {
  const references = new Map([...schemas].map(([name, schema]) => [name, immediateReferences(schema)]));
  return components(references)
    .filter(([name = "", ...others]) => others.length > 0 || references.get(name)?.includes(name))
    .flat();
}

/** What TypeScript must know to write the type down; the properties of an object can wait. */
function immediateReferences(schema: Schema): string[] {
  switch (schema.kind) {
    case "ref":
      return [schema.name];
    case "array":
      return immediateReferences(schema.items);
    case "union":
      return schema.members.flatMap(immediateReferences);
    default:
      return [];
  }
}
