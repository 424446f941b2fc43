import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type * as z from "zod";
import { TradePoseError } from "../errors/base.ts";
import { type StrategyConfig, StrategyConfigModel } from "../generated/models.ts";

/**
 * Writes a strategy into a file as JSON. The file is written beside its place first: one that was there before stays
 * whole until the new one is.
 *
 * @throws TradePoseError (code `FILE`) when the file cannot be written.
 *
 * @example
 * await saveStrategy(strategy, "strategies/trend.json");
 */
export async function saveStrategy(strategy: StrategyConfig, path: string): Promise<void> {
  await writeBeside(path, strategy);
}

/**
 * The strategy of a file, as `saveStrategy` or another client of the platform wrote it: the same JSON, frozen. Nothing
 * is changed or filled in; ids, nulls and fields that this version does not know stay.
 *
 * @throws TradePoseError (code `FILE`) when the file cannot be read, is no JSON or no strategy; it names the file, and
 * for a strategy the path of every field that is wrong.
 *
 * @example
 * const strategy = await loadStrategy("strategies/trend.json");
 */
export async function loadStrategy(path: string): Promise<StrategyConfig> {
  return strategyOf(await readJson(path), "", path);
}

/**
 * Writes strategies into one file, in the form of the platform's first client:
 * `{ "version": "1.0", "strategies": { name: strategy } }`. A StrategyRegistry is such a collection.
 *
 * @throws TradePoseError (code `FILE`) when two have one name, or the file cannot be written.
 *
 * @example
 * await saveStrategies(new StrategyRegistry([strategy]), "strategies.json");
 */
export async function saveStrategies(strategies: Iterable<StrategyConfig>, path: string): Promise<void> {
  const entries = new Map<string, StrategyConfig>();
  for (const strategy of strategies) {
    if (entries.has(strategy.name)) {
      throw fileError(path, `was not written: two strategies have the name "${strategy.name}"`);
    }
    entries.set(strategy.name, strategy);
  }
  await writeBeside(path, { version: VERSION, strategies: Object.fromEntries(entries) });
}

/**
 * The strategies of a file that `saveStrategies`, or the registry of the platform's first client, wrote.
 *
 * @throws TradePoseError (code `FILE`) when the file cannot be read, is no JSON or holds something else; it names the
 * file and the path of every field that is wrong.
 *
 * @example
 * const registry = new StrategyRegistry(await loadStrategies("strategies.json"));
 */
export async function loadStrategies(path: string): Promise<readonly StrategyConfig[]> {
  const json = await readJson(path);
  const { version, strategies } = isRecord(json) ? json : {};
  if (!isRecord(strategies)) {
    throw fileError(path, 'holds no strategies; expected { "version": "1.0", "strategies": { ... } }');
  }
  if (version !== VERSION) {
    throw fileError(path, `has version ${JSON.stringify(version)}; this package reads "${VERSION}"`);
  }
  return Object.entries(strategies).map(([name, strategy]) =>
    strategyOf(strategy, `strategies.${name}`, path),
  );
}

const VERSION = "1.0";

function strategyOf(json: unknown, at: string, path: string): StrategyConfig {
  const checked = StrategyConfigModel.safeParse(json);
  if (!checked.success)
    throw fileError(path, `is no strategy:\n${issueList(checked.error, at)}`, checked.error);
  // The model drops fields that it does not know; the file's own JSON keeps them.
  return deepFreeze(json) as StrategyConfig;
}

function issueList({ issues }: z.ZodError, at: string): string {
  return issues
    .map(({ path, message }) => {
      const field = path
        .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
        .join("");
      return `- ${`${at}${field}`.replace(/^\./, "") || "(the whole)"}: ${message}`;
    })
    .join("\n");
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw fileError(path, `could not be read: ${messageOf(cause)}`, cause);
  }
  try {
    // Files of other programs may begin with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw fileError(path, `is no JSON: ${messageOf(cause)}`, cause);
  }
}

async function writeBeside(path: string, value: unknown): Promise<void> {
  const place = resolve(path);
  const beside = `${place}.${randomUUID()}.part`;
  try {
    const file = await open(beside, "wx");
    try {
      await file.writeFile(`${JSON.stringify(value, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, place);
  } catch (cause) {
    await rm(beside, { force: true });
    throw fileError(path, `could not be written: ${messageOf(cause)}; nothing was left behind`, cause);
  }
}

function fileError(path: string, problem: string, cause?: unknown): TradePoseError {
  const place = resolve(path);
  return new TradePoseError(`${place} ${problem}`, { code: "FILE", context: { path: place }, cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
