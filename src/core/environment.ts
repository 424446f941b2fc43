import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { TradePoseConfigError } from "../errors/config.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Gives the value of a variable; names are read without regard to case, an empty value counts as unset. */
export type ReadVariable = (name: string) => string | undefined;

const DEFAULT_FILE = ".env";

/**
 * Reads variables from the environment, and from the file where that is silent.
 *
 * @throws TradePoseConfigError when a file that was named cannot be read.
 */
export function variableReader(
  environment: Environment,
  envFile: string | boolean | undefined,
): ReadVariable {
  const layers = [environment, readFile(envFile)].map(present);
  return (name) => layers.map((layer) => layer.get(name)).find((value) => value !== undefined);
}

/** Name of the variable of an option: `maxRetries` is `TRADEPOSE_MAX_RETRIES`. */
export function variableName(option: string): string {
  return `TRADEPOSE_${option.replace(/[A-Z]/g, "_$&").toUpperCase()}`;
}

function present(environment: Environment): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value.trim() === "" ? [] : [[name.toUpperCase(), value.trim()] as const],
    ),
  );
}

function readFile(envFile: string | boolean | undefined): Environment {
  if (envFile === undefined || envFile === false) return {};
  const path = envFile === true ? DEFAULT_FILE : envFile;
  try {
    return parseEnv(readFileSync(path, "utf8"));
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    if (missing && envFile === true) return {};
    throw new TradePoseConfigError(
      `envFile: ${JSON.stringify(path)} cannot be read: ${cause instanceof Error ? cause.message : cause}`,
      { option: "envFile" },
      cause,
    );
  }
}
