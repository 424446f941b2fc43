import { emitDefaults } from "./emit/defaults.ts";
import { emitEnums } from "./emit/enums.ts";
import { emitFingerprint } from "./emit/fingerprint.ts";
import { emitFrames } from "./emit/frames.ts";
import { emitIndicators } from "./emit/indicators.ts";
import { emitModels } from "./emit/models.ts";
import { emitOperations } from "./emit/operations.ts";
import { emitResources } from "./emit/resources.ts";
import { emitSchemas } from "./emit/schemas.ts";
import { emitSecrets } from "./emit/secrets.ts";
import { copyStatic } from "./emit/static.ts";
import { emitTypeTests } from "./emit/type-tests.ts";
import { emitTypes } from "./emit/types.ts";
import { OPEN_OBJECT } from "./emit/zod.ts";
import { formatFiles } from "./format.ts";
import type { Contract } from "./ir.ts";
import { type LoadedContract, loadContract } from "./load.ts";
import { ContractProblem } from "./problem.ts";
import { readContract } from "./read/contract.ts";
import { prepare } from "./read/prepare.ts";
import type { GeneratedFile } from "./source-file.ts";

/** A contract as it was loaded, and what the generator understood of it. */
export interface Understood {
  readonly loaded: LoadedContract;
  readonly contract: Contract;
}

/** Reads and understands a contract; what it cannot read is a `ContractProblem` with file and line. */
export async function understand(documents: readonly string[]): Promise<Understood> {
  const loaded = await loadContract(documents);
  try {
    prepare(loaded.document, loaded.places);
    return { loaded, contract: readContract(loaded) };
  } catch (error) {
    throw error instanceof ContractProblem ? error.locatedAt(loaded.locate(error.pointer)) : error;
  }
}

/**
 * Writes the SDK's generated code from OpenAPI documents. Same documents, same bytes.
 *
 * @param documents paths of the documents, references between them included
 * @returns the files, formatted, sorted by path; nothing is written to disk
 */
export async function generate(documents: readonly string[]): Promise<GeneratedFile[]> {
  return format(await emit(await understand(documents)));
}

/** Lays the files out as the rest of the project is, sorted by path. */
export async function format(files: readonly GeneratedFile[]): Promise<GeneratedFile[]> {
  return (await formatFiles(files)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The generated code of a contract, not laid out yet. */
export async function emit({ loaded, contract }: Understood): Promise<GeneratedFile[]> {
  const files = await Promise.all([
    emitTypes(loaded.document, contract),
    emitEnums(contract),
    emitSchemas(contract),
    emitModels(contract),
    emitDefaults(contract),
    emitTypeTests(contract),
    emitFrames(contract),
    emitIndicators(contract),
    emitOperations(contract),
    emitResources(contract),
    emitSecrets(contract),
    emitFingerprint(contract),
    copyStatic(contract.operations.length > 0 ? ["transport.ts"] : []),
    copyStatic(contract.indicators.length > 0 ? ["indicator-names.ts", "indicator-runtime.ts"] : []),
  ]);
  const present = files.flat().filter((file) => file !== undefined);
  const open = present.some(({ text }) => text.includes(OPEN_OBJECT));
  present.push(...(await copyStatic(open ? ["open-object.ts"] : [])));
  return present;
}
