import type { Contract, Schema } from "../ir.ts";
import { childrenOf } from "../read/check.ts";
import { documented, type GeneratedFile, sourceFile } from "../source-file.ts";

/** `secrets.ts`: the names of the properties that the contract marks as secret, for whoever writes logs and messages. */
export function emitSecrets(contract: Contract): GeneratedFile | undefined {
  const names = new Set([...contract.schemas.values()].flatMap(secretsOf));
  if (names.size === 0) return undefined;
  return sourceFile(
    "secrets.ts",
    [],
    [
      documented(
        "Properties whose values never belong into a log, a message or a printed object, whatever holds them.",
        `export const secretFields: ReadonlySet<string> = /* @__PURE__ */ new Set(${JSON.stringify([...names].sort())});`,
      ),
    ],
  );
}

function secretsOf(schema: Schema): string[] {
  const own =
    schema.kind === "object"
      ? schema.properties.flatMap(({ name, schema }) => (schema.notes.secret ? name : []))
      : [];
  return [...own, ...childrenOf(schema).flatMap(secretsOf)];
}
