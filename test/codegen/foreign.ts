import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { generate } from "../../scripts/codegen/generate.ts";
import { write } from "../../scripts/codegen/output.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Code generated from another contract, in a folder of its own. */
export class ForeignSdk {
  readonly folder: string;
  #program: ts.Program | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Generates the code of the given documents. */
  static async make(...documents: readonly string[]): Promise<ForeignSdk> {
    const sdk = await ForeignSdk.#empty();
    await write(join(sdk.folder, "src"), await generate(documents));
    return sdk;
  }

  /** Our hand-written code around what is generated from the given documents. */
  static async makeOurs(...documents: readonly string[]): Promise<ForeignSdk> {
    const sdk = await ForeignSdk.#empty();
    await cp(join(root, "src"), join(sdk.folder, "src"), { recursive: true });
    await write(join(sdk.folder, "src/generated"), await generate(documents));
    return sdk;
  }

  static async #empty(): Promise<ForeignSdk> {
    const sdk = new ForeignSdk(await mkdtemp(join(tmpdir(), "codegen-foreign-")));
    await symlink(join(root, "node_modules"), join(sdk.folder, "node_modules"), "dir");
    // As the project says it: the runner decides by it how to load what is generated.
    await writeFile(join(sdk.folder, "package.json"), '{ "type": "module" }');
    return sdk;
  }

  path(file: string): string {
    return join(this.folder, "src", file);
  }

  async import<T>(file: string): Promise<T> {
    return (await import(pathToFileURL(this.path(file)).href)) as T;
  }

  /** What the compiler, under the options of this project, says of all files or of one. */
  problems(file?: string): string[] {
    const { fileNames, options } = this.#settings();
    const program = ts.createProgram(fileNames, options, undefined, this.#program);
    this.#program = program;
    const source = file === undefined ? undefined : program.getSourceFile(this.path(file));
    return texts(
      source === undefined ? ts.getPreEmitDiagnostics(program) : program.getSemanticDiagnostics(source),
    );
  }

  /** The same of a program and what it imports. */
  problemsOf(file: string): string[] {
    return texts(ts.getPreEmitDiagnostics(ts.createProgram([this.path(file)], this.#settings().options)));
  }

  #settings(): ts.ParsedCommandLine {
    const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
    const parsed = ts.parseJsonConfigFileContent({ ...config, include: ["src"] }, ts.sys, this.folder);
    return { ...parsed, options: { ...parsed.options, typeRoots: [join(root, "node_modules/@types")] } };
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

function texts(diagnostics: readonly ts.Diagnostic[]): string[] {
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
