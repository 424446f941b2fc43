import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { emit, format, understand } from "../generate.ts";
import type { Contract } from "../ir.ts";
import { isObject, type JsonObject } from "../json.ts";
import { loadContract } from "../load.ts";
import { compare } from "../output.ts";
import type { GeneratedFile } from "../source-file.ts";
import { commit, type Target } from "./commit.ts";
import { compareContracts } from "./compare/contracts.ts";
import { inheritExtensions } from "./inherit.ts";
import { patchYaml } from "./patch-yaml.ts";
import { countBreaking, type Report } from "./report.ts";
import { retain } from "./retain.ts";
import { readSource } from "./source.ts";
import { split } from "./split.ts";

/** Where the contract and the generated code live. */
export interface Home {
  /** Folder of `models.yaml` and `gateway.yaml`. */
  readonly contract: string;
  /** Folder of the generated code. */
  readonly generated: string;
}

export interface AdoptOptions {
  /** Path or http(s) address of the new document. */
  readonly from: string;
  /** Only report. */
  readonly dryRun: boolean;
  /** Write even what breaks callers. */
  readonly acceptBreaking: boolean;
}

const NAMES = ["models.yaml", "gateway.yaml"] as const;

/**
 * Brings contract and generated code up to a new document of the API, and says what that changes for callers. What
 * breaks them is written only when accepted; whatever fails leaves every file as it was.
 *
 * @throws ContractProblem when the document cannot be read or understood, with the place in it
 */
export async function adopt(home: Home, { from, dryRun, acceptBreaking }: AdoptOptions): Promise<Report> {
  const files = NAMES.map((name) => join(home.contract, name));
  const [texts, known, source] = await Promise.all([
    Promise.all(files.map((file) => readFile(file, "utf8"))),
    loadContract(files),
    readSource(from),
  ]);
  const retained = retain(source, known.document);
  const { document, dropped } = inheritExtensions(retained.document, known.document);
  const [models = {}, gateway = {}] = texts.map((text) => objectIn(text));
  const next = split(document, { models, gateway });
  const newTexts = [patchYaml(texts[0] ?? "", next.models), patchYaml(texts[1] ?? "", next.gateway)];
  const [before, after] = await Promise.all([understand(files), generateFrom(newTexts)]);
  const changes = compareContracts(before.contract, after.contract);
  const differences = await compare(home.generated, after.files);
  const breaking = countBreaking(changes);
  const refused = !acceptBreaking && breaking.compile + breaking.runtime > 0;
  const write = !dryRun && !refused;
  if (write) {
    const generated = new Map(after.files.map(({ path, text }) => [path, text]));
    const contract = files.flatMap((path, index): Target[] =>
      texts[index] === newTexts[index] ? [] : [{ path, text: newTexts[index] }],
    );
    await commit([
      ...contract,
      ...differences.map(({ path }) => ({ path: join(home.generated, path), text: generated.get(path) })),
    ]);
  }
  const version = { old: before.contract.version, new: after.contract.version };
  return {
    source: from,
    version,
    changes,
    files: differences,
    kept: retained.kept,
    dropped,
    breaking,
    written: write,
  };
}

function objectIn(text: string): JsonObject {
  const value: unknown = parse(text);
  return isObject(value) ? value : {};
}

/** Generates from texts that are not in their place yet. */
async function generateFrom(
  texts: readonly string[],
): Promise<{ contract: Contract; files: readonly GeneratedFile[] }> {
  const folder = await mkdtemp(join(tmpdir(), "codegen-from-"));
  try {
    const paths = NAMES.map((name) => join(folder, name));
    await Promise.all(paths.map((path, index) => writeFile(path, texts[index] ?? "")));
    const understood = await understand(paths);
    return { contract: understood.contract, files: await format(await emit(understood)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
