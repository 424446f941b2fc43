import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The folder of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Checks small programs with the compiler and options of this project, all in one go: they share the declarations
 * they import.
 *
 * @returns for each program, in order, the texts of its errors and the code that each underlines
 */
export function compile(programs: readonly string[]): readonly (readonly CompileError[])[] {
  const options = compilerOptions();
  const host = ts.createCompilerHost(options, true);
  const sources = new Map(
    programs.map((code, index) => [join(root, `test/types/program-${index}.ts`), code]),
  );
  const { fileExists, readFile } = host;
  host.fileExists = (file) => sources.has(file) || fileExists.call(host, file);
  host.readFile = (file) => sources.get(file) ?? readFile.call(host, file);
  const { getSourceFile } = host;
  host.getSourceFile = (file, ...rest) => {
    const code = sources.get(file);
    return code === undefined
      ? getSourceFile.call(host, file, ...rest)
      : ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources].map(([file, code]) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      (found) => ({
        message: ts.flattenDiagnosticMessageText(found.messageText, "\n"),
        underlined: code.slice(found.start ?? 0, (found.start ?? 0) + (found.length ?? 0)),
      }),
    );
  });
}

export interface CompileError {
  readonly message: string;
  /** The code that an editor would underline. */
  readonly underlined: string;
}

/** The options of the project. */
export function compilerOptions(): ts.CompilerOptions {
  const file = join(root, "tsconfig.json");
  const { config, error } = ts.readConfigFile(file, ts.sys.readFile);
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, "\n"));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  // The programs are short: what they declare need not be used.
  return { ...options, noUnusedLocals: false, noUnusedParameters: false };
}
