import type { Contexts, Contract, Frame } from "../ir.ts";
import { camelCase } from "../names.ts";
import { DTYPES } from "../read/tables.ts";
import { block, documented, type GeneratedFile, sourceFile } from "../source-file.ts";

const TYPES = `
/** Polars type of a column. \`TradingContext\` is the struct of \`contextMembers\`; Datetime counts milliseconds and has no zone. */
export type FrameDtype = ${DTYPES.map((dtype) => JSON.stringify(dtype)).join(" | ")};

export interface FrameColumn {
  readonly name: string;
  readonly dtype: FrameDtype;
}

/** Columns of a result, in their order. Every column may hold nulls. */
export interface FrameSchema {
  readonly name: string;
  /** The columns that every server writes. */
  readonly columns: readonly FrameColumn[];
  /** Columns that a server may add behind them. */
  readonly extraColumns: readonly FrameColumn[];
}
`;

/** `frames.ts`: the schemas of the result frames and of the context structs; comments say what the columns mean. */
export function emitFrames({ frames, contexts }: Contract): GeneratedFile | undefined {
  if (frames.length === 0 && contexts === undefined) return undefined;
  const statements = contexts === undefined ? [] : contextStatements(contexts);
  return sourceFile("frames.ts", [], [TYPES, ...frames.map(frameStatement), ...statements]);
}

function frameStatement({ name, description, columns, extraColumns }: Frame): string {
  const lines = [
    `name: ${JSON.stringify(name)},`,
    `columns: ${table(columns)},`,
    `extraColumns: ${table(extraColumns)},`,
  ];
  return documented(description, `export const ${camelCase(name)}Schema: FrameSchema = ${block(lines)};`);
}

function contextStatements({ members, columns }: Contexts): string[] {
  return [
    documented(
      "Members of each trading context struct.",
      `export const contextMembers = ${table(members)} as const satisfies readonly FrameColumn[];`,
    ),
    documented(
      "Name of a member of a trading context struct.",
      `export type ContextMember = (typeof contextMembers)[number]["name"];`,
    ),
    documented(
      "The struct columns that expressions of a trigger can read while a position is open.",
      `export const contextColumns = ${table(columns)} as const satisfies readonly { readonly name: string }[];`,
    ),
    documented(
      "Name of a trading context column.",
      `export type ContextColumn = (typeof contextColumns)[number]["name"];`,
    ),
  ];
}

/** A list of rows, each under what it means. Nobody reads that at run time, and every bundle would carry it. */
function table(rows: readonly { readonly description: string }[]): string {
  const lines = rows.map(({ description, ...row }) => documented(description, `${JSON.stringify(row)},`));
  return `[\n${lines.join("\n")}\n]`;
}
