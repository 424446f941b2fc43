import type { Contexts, Frame, FrameColumn, Indicator, IndicatorMember, Schema } from "../ir.ts";
import { isObject, type JsonObject, type Places, Reader } from "../json.ts";
import { schemaPointer } from "./prepare.ts";

/** Column types of result frames; the names are those of Polars, the last two name structures of ours. */
export const DTYPES = [
  "Boolean",
  "Int32",
  "UInt32",
  "Int64",
  "UInt64",
  "Float64",
  "String",
  "Datetime",
  "TradingContext",
  "TpoDistribution",
] as const;

function readColumn(reader: Reader): FrameColumn {
  const dtype = reader.required(reader.string("dtype"), "dtype");
  if (!(DTYPES as readonly string[]).includes(dtype)) {
    reader.fail(`unknown dtype \`${dtype}\`; known are ${DTYPES.join(", ")}`, "dtype");
  }
  return {
    name: reader.required(reader.string("name"), "name"),
    dtype,
    description: reader.required(reader.string("description"), "description").trim(),
  };
}

function readColumns(owner: Reader, key: string): FrameColumn[] {
  const nodes = owner.required(owner.objects(key), key);
  const columns = nodes.map((node) => {
    const reader = new Reader(owner.places, node, "a column");
    const column = readColumn(reader);
    reader.end();
    return column;
  });
  checkDistinct(owner, key, columns);
  return columns;
}

function checkDistinct(owner: Reader, key: string, columns: readonly { name: string }[]): void {
  const names = columns.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) owner.fail(`\`${repeated}\` stands here twice`, key);
}

export function readFrames(document: Reader): Frame[] {
  return Object.entries(document.object("x-tradepose-frames") ?? {}).map(([name, node]) => {
    if (!isObject(node)) return document.fail(`frame \`${name}\` is no object`, "x-tradepose-frames");
    const reader = new Reader(document.places, node, "a frame");
    const frame: Frame = {
      name,
      description: reader.required(reader.string("description"), "description").trim(),
      columns: readColumns(reader, "columns"),
      extraColumns: readColumns(reader, "extraColumns"),
    };
    reader.end();
    checkDistinct(reader, "extraColumns", [...frame.columns, ...frame.extraColumns]);
    return frame;
  });
}

export function readContexts(document: Reader): Contexts | undefined {
  const reader = document.child("x-tradepose-contexts", "the contexts");
  if (reader === undefined) return undefined;
  const contexts: Contexts = {
    members: readColumns(reader, "members"),
    columns: reader.required(reader.objects("columns"), "columns").map((node) => {
      const column = new Reader(reader.places, node, "a context column");
      const named = {
        name: column.required(column.string("name"), "name"),
        description: column.required(column.string("description"), "description").trim(),
      };
      column.end();
      return named;
    }),
  };
  reader.end();
  return contexts;
}

/** The schemas that carry `x-tradepose-indicator`. */
export function readIndicators(
  places: Places,
  nodes: JsonObject,
  schemas: ReadonlyMap<string, Schema>,
): Indicator[] {
  const indicators: Indicator[] = [];
  for (const [name, node] of Object.entries(nodes)) {
    const extension = isObject(node) ? node["x-tradepose-indicator"] : undefined;
    if (!isObject(extension)) continue;
    const reader = new Reader(places, extension, "an indicator");
    const schema = schemas.get(name);
    const tag =
      schema?.kind === "object" ? schema.properties.find((property) => property.name === "type") : undefined;
    if (schema?.kind !== "object" || tag?.schema.kind !== "const" || tag.schema.value !== name) {
      return reader.fail(
        `an indicator is an object whose \`type\` is the constant of its name; see ${schemaPointer(name)}`,
      );
    }
    indicators.push({
      name,
      key: reader.required(reader.string("key"), "key"),
      shortName: reader.required(reader.string("shortName"), "shortName"),
      schema,
      output: readOutput(reader),
    });
    reader.end();
  }
  return indicators;
}

function readOutput(reader: Reader): string | IndicatorMember[] {
  const raw = reader.raw("output");
  if (typeof raw === "string") {
    if (!(DTYPES as readonly string[]).includes(raw)) reader.fail(`unknown dtype \`${raw}\``, "output");
    return raw;
  }
  const members = reader.required(reader.objects("output"), "output").map((node) => {
    const member = new Reader(reader.places, node, "an indicator member");
    const read: IndicatorMember = { ...readColumn(member), always: member.boolean("always") ?? false };
    member.end();
    return read;
  });
  checkDistinct(reader, "output", members);
  return members;
}
