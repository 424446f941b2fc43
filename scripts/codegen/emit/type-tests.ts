import type { Contract } from "../ir.ts";
import { block, documented, type GeneratedFile, sourceFile } from "../source-file.ts";

const HELPERS = `
type Equals<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Same<A, B> = Equals<A, B> extends true ? Mutual<A, B> : false;
type Proven<T extends true> = T;
`;

/**
 * `type-tests.ts`: fails to compile when a zod schema and the type of the same name differ. Equality finds what mutual
 * assignability lets pass (a missing optional property), and the other way round.
 */
export function emitTypeTests(contract: Contract): GeneratedFile {
  const proofs = [...contract.schemas.keys()].map((name) => {
    const type = `components["schemas"]["${name}"]`;
    const model = `typeof schemas.${name}Schema`;
    return `${name}: [Proven<Same<z.output<${model}>, ${type}>>, Proven<Same<z.input<${model}>, ${type}>>];`;
  });
  const summary = "One entry per schema: what its zod schema gives and takes is its type.";
  const imports = [
    { from: "zod", names: "z", typeOnly: true },
    { from: "./schemas.ts", names: "schemas", typeOnly: true },
    { from: "./types.ts", names: ["components"], typeOnly: true },
  ];
  return sourceFile("type-tests.ts", imports, [
    HELPERS,
    documented(summary, `export interface Proofs ${block(proofs)}`),
  ]);
}
