import { join } from "node:path";
import ts from "typescript";
import { compilerOptions, root } from "./compiler.ts";

/** What checking a program takes, declarations that it imports left out. */
export interface Cost {
  /** Types that the compiler makes of generic ones. The same on every machine, unlike time. */
  readonly instantiations: number;
  /** Texts of the errors. */
  readonly errors: readonly string[];
  /** Of reading, binding and checking, in milliseconds. */
  readonly time: number;
}

/** Checks one program after the other, each as if it were alone; what they import is read once. */
export class CostMeter {
  readonly #options: ts.CompilerOptions = { ...compilerOptions(), skipLibCheck: true };
  readonly #files = new Map<string, ts.SourceFile | undefined>();
  #earlier: ts.Program | undefined;

  measure(code: string): Cost {
    const file = join(root, "test/types/measured.ts");
    const host = ts.createCompilerHost(this.#options, true);
    const { getSourceFile, fileExists } = host;
    host.fileExists = (name) => name === file || fileExists.call(host, name);
    host.getSourceFile = (name, ...rest) => {
      if (name === file) return ts.createSourceFile(name, code, ts.ScriptTarget.ES2022, true);
      if (!this.#files.has(name)) this.#files.set(name, getSourceFile.call(host, name, ...rest));
      return this.#files.get(name);
    };
    const started = performance.now();
    const program = ts.createProgram([file], this.#options, host, this.#earlier);
    this.#earlier = program;
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return {
      instantiations: program.getInstantiationCount(),
      errors: found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
      time: performance.now() - started,
    };
  }
}
