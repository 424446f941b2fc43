import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { TradePoseClient } from "../../src/core/index.ts";
import { operations } from "../../src/generated/operations.ts";
import type {
  ApiPromise,
  Operation,
  OperationInput,
  RequestOptions,
  Transport,
} from "../../src/generated/transport.ts";

/** Keeps what it is asked to carry. */
class RecordingTransport implements Transport {
  calls: { operation: Operation; input: OperationInput; options: RequestOptions | undefined }[] = [];
  call<T>(operation: Operation, input: OperationInput, options?: RequestOptions): ApiPromise<T> {
    this.calls.push({ operation, input, options });
    return Promise.resolve() as unknown as ApiPromise<T>;
  }
}

type Method = (...parameters: unknown[]) => unknown;

async function resource(tag: string, transport: Transport): Promise<{ [method: string]: Method }> {
  const module: { [name: string]: new (transport: Transport) => never } = await import(
    `../../src/generated/resources/${tag}.ts`
  );
  const [found] = Object.values(module).filter((value) => typeof value === "function");
  if (found === undefined) throw new Error(`no class in ${tag}.ts`);
  return new found(transport);
}

describe("resources", () => {
  it.each(Object.values(operations))("$id", async (spec) => {
    const transport = new RecordingTransport();
    const [tag = "", name = ""] = spec.id.split(".");
    const client = await resource(tag, transport);
    const path = spec.parameters.filter((parameter) => parameter.in === "path");
    const values = path.map((_, index) => `value ${index}`);
    const body = { some: "body" };
    const query = { some: "query" };
    const options = { timeout: 5 };
    const hasQuery = spec.parameters.some((parameter) => parameter.in === "query");

    client[name]?.(...values, ...(spec.bodyModel ? [body] : []), ...(hasQuery ? [query] : []), options);

    const [call] = transport.calls;
    expect(call?.operation).toMatchObject({ id: spec.id, method: spec.method, path: spec.path });
    expect(call?.options).toBe(options);
    expect(call?.input).toEqual({
      ...(path.length > 0 && {
        path: Object.fromEntries(path.map((parameter, index) => [parameter.name, values[index]])),
      }),
      ...(spec.bodyModel && { body }),
      ...(hasQuery && { query }),
    });
    const [success] = Object.entries(spec.responses).filter(([status]) => status.startsWith("2"));
    expect(call?.operation.response).toBe(success?.[1].kind);
    expect(call?.operation.model?.()).toBe(success?.[1].model);
  });

  it("the client has every one of them", async () => {
    await using client = new TradePoseClient({ serverUrl: "http://127.0.0.1:1", apiKey: "k" });
    const ids = Object.keys(operations).map((id) => id.split("."));
    expect(new Set(ids.map(([tag]) => tag)).size).toBe(13);
    for (const [tag = "", method = ""] of ids) expect(client).toHaveProperty([tag, method]);
  });

  it("there is one file per tag", async () => {
    const tags = new Set(Object.keys(operations).map((id) => `${id.split(".")[0]}.ts`));
    expect((await readdir("src/generated/resources")).sort()).toEqual([...tags].sort());
  });
});

describe("operations", () => {
  it.each(Object.values(operations))("$id declares its path parameters and its errors", (spec) => {
    const named = [...spec.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]);
    expect(spec.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name)).toEqual(
      named,
    );
    const errors = Object.entries(spec.responses).filter(([status]) => Number(status) >= 400);
    expect(errors.length).toBeGreaterThan(0);
    for (const [, response] of errors) expect(response.model?.safeParse({ detail: "x" }).success).toBe(true);
  });

  it("only the health check needs no key", () => {
    expect(
      Object.values(operations)
        .filter((spec) => spec.public)
        .map(({ id }) => id),
    ).toEqual(["health.get"]);
  });

  it.each([
    ["tasks.get", "task_id", "string", "not a uuid", "b5ad1a53-5c3e-4cd1-9d55-56b4e7ab6c4f"],
    ["instruments.list", "limit", "integer", 1001, 1000],
    ["instruments.list", "market_type", "string", "SPOT", "spot"],
    ["strategies.delete", "archive", "boolean", "true", true],
  ] as const)("%s checks %s", (id, name, kind, wrong, right) => {
    const parameter = operations[id].parameters.find((candidate) => candidate.name === name);
    expect(parameter?.kind).toBe(kind);
    expect(parameter?.model.safeParse(wrong).success).toBe(false);
    expect(parameter?.model.safeParse(right).success).toBe(true);
  });
});
