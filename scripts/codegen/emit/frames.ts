import type { Contract, FrameColumn } from "../ir.ts";
import { camelCase } from "../names.ts";
import { DTYPES } from "../read/tables.ts";
import { documented, type GeneratedFile, sourceFile } from "../source-file.ts";

const TYPES = `
/** Polars type of a column. \`TradingContext\` is the struct of \`contextMembers\`; Datetime counts milliseconds and has no zone. */
export type FrameDtype = ${DTYPES.map((dtype) => JSON.stringify(dtype)).join(" | ")};

export interface FrameColumn {
  readonly name: string;
  readonly dtype: FrameDtype;
  readonly description: string;
}

/** Columns of a result, in their order. Every column may hold nulls. */
export interface FrameSchema {
  readonly name: string;
  readonly description: string;
  /** The columns that every server writes. */
  readonly columns: readonly FrameColumn[];
  /** Columns that a server may add behind them. */
  readonly extraColumns: readonly FrameColumn[];
}
`;

/** `frames.ts`: the schemas of the result frames and of the context structs. */
export function emitFrames(contract: Contract): GeneratedFile | undefined {
  if (contract.frames.length === 0 && contract.contexts === undefined) return undefined;
  const frames = contract.frames.map((frame) =>
    documented(
      frame.description,
      `export const ${camelCase(frame.name)}Schema: FrameSchema = ${JSON.stringify(frame)};`,
    ),
  );
  return sourceFile("frames.ts", [], [TYPES, ...frames, ...contextStatements(contract)]);
}

function contextStatements({ contexts }: Contract): string[] {
  if (contexts === undefined) return [];
  const table = (name: string, type: string, rows: readonly (FrameColumn | object)[]): string =>
    `export const ${name} = ${JSON.stringify(rows)} as const satisfies readonly ${type}[];`;
  return [
    documented(
      "Members of each trading context struct.",
      table("contextMembers", "FrameColumn", contexts.members),
    ),
    documented(
      "Name of a member of a trading context struct.",
      `export type ContextMember = (typeof contextMembers)[number]["name"];`,
    ),
    documented(
      "The struct columns that expressions of a trigger can read while a position is open.",
      table("contextColumns", "{ readonly name: string; readonly description: string }", contexts.columns),
    ),
    documented(
      "Name of a trading context column.",
      `export type ContextColumn = (typeof contextColumns)[number]["name"];`,
    ),
  ];
}
