import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { TradePoseClient } from "../../src/core/index.ts";
import { compile } from "../types/compiler.ts";
import { examplesOf } from "./doc-examples.ts";

const file = fileURLToPath(new URL("../../docs/client.md", import.meta.url));
const text = readFileSync(file, "utf8");

/** What the examples go on with, as the text says. */
const prelude = `
import { Indicator, type StrategyConfig, StrategyBuilder, TradePoseClient } from "tradepose-client";
declare const client: TradePoseClient;
declare const strategy: StrategyConfig;
declare const builder: StrategyBuilder;
const atr = builder.addIndicator(Indicator.ATR({ period: 14 }), { freq: "1D" });
`;

describe("docs/client.md", () => {
  // The compiler reads all declarations of the package first.
  it("has examples that compile", { timeout: 60_000 }, () => {
    const examples = examplesOf("client.md").map((code) =>
      code.includes("import ") ? code : `${prelude}${code}`,
    );
    expect(examples.length).toBeGreaterThan(6);
    expect(compile(examples).flat()).toEqual([]);
  });

  const client = new TradePoseClient({ apiKey: "key" });
  const resources = Object.entries(client).filter(([, value]) => isResource(value));

  it.each(resources)("names every method of %s, and no other", (name, resource) => {
    expect(new Set(documented(name))).toEqual(new Set(methodsOf(resource)));
  });

  it("counts twelve resources beside health", () => {
    expect(resources).toHaveLength(13);
  });

  it("links only to what is there", () => {
    const targets = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
    expect(targets.length).toBeGreaterThan(2);
    for (const target of targets) {
      expect(() => readFileSync(resolve(dirname(file), target)), target).not.toThrow();
    }
  });
});

/** Methods that the text names: in the table of resources, and for tasks in that of results too. */
function documented(resource: string): readonly string[] {
  if (resource === "health") return ["get"];
  const row = text.split("\n").find((line) => line.startsWith(`| \`client.${resource}\``)) ?? "";
  const results = resource === "tasks" ? (text.split("## Results")[1]?.split("```")[0] ?? "") : "";
  return [...`${row.split("|")[3]}${results}`.matchAll(/`([a-z]\w*)`/g)].map(([, name = ""]) => name);
}

function isResource(value: unknown): value is object {
  return typeof value === "object" && value !== null && methodsOf(value).length > 0;
}

/** Methods of an object's class and the classes above it. */
function methodsOf(value: object): readonly string[] {
  const prototype: object | null = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return [];
  const own = Object.getOwnPropertyNames(prototype).filter((name) => name !== "constructor");
  return [...own, ...methodsOf(prototype)];
}
