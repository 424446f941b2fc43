import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { understand } from "../../scripts/codegen/generate.ts";
import type { Schema } from "../../scripts/codegen/ir.ts";
import * as models from "../../src/models.ts";
import { cutAt, requiredPlaces } from "./places.ts";

const { contract } = await understand(["openapi/models.yaml", "openapi/gateway.yaml"]);
const byName = models as unknown as Record<string, z.ZodType>;
const examples = [...contract.schemas].flatMap(([name, { notes }]) =>
  notes.examples.map((example) => ({ name, example })),
);
const issues = (name: string, value: unknown): string[] | undefined =>
  byName[`${name}Model`]?.safeParse(value).error?.issues.map((issue) => issue.path.join("."));

describe("every example of the contract", () => {
  it.each(examples)("$name parses and comes back as it was", ({ name, example }) => {
    expect(byName[`${name}Model`]?.parse(example)).toEqual(example);
  });

  const cuts = examples.flatMap(({ name, example }) =>
    requiredPlaces(contract, example, name).map((place) => ({ name, path: place.join("."), place, example })),
  );

  it("has required fields to take away", () => {
    expect(cuts.length).toBeGreaterThan(300);
  });

  it.each(cuts)("$name fails without $path", ({ name, path, place, example }) => {
    expect(issues(name, cutAt(example, place))).toEqual([path]);
  });
});

describe("there is an example", () => {
  const shown = new Set(examples.map(({ name }) => name));
  const names = (schema: Schema | undefined): string[] => (schema?.kind === "ref" ? [schema.name] : []);
  const bodies = contract.operations.flatMap(({ body }) => names(body?.schema));
  const answers = contract.operations.flatMap(({ responses }) =>
    responses.flatMap(({ schema }) => names(schema)),
  );
  const listed = (name: string): boolean => shown.has(name.replace(/Response$/, "ListResponse"));

  it.each([...new Set([...bodies, ...answers])])("of %s, or of a list of them", (name) => {
    expect(shown.has(name) || listed(name)).toBe(true);
  });

  it.each(contract.indicators.map(({ name }) => name))("of %s", (name) => {
    expect(shown.has(name)).toBe(true);
  });
});
