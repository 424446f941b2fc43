import type { ExprDataType } from "./node.ts";

/** Kinds of a single value. */
export type ScalarKind = "number" | "boolean" | "text" | "time";

/** Kinds of a struct's member. */
export type MemberKind = ScalarKind | "list";

/** The columns every frame of bars has, and their kinds. */
export const barColumnKinds = {
  ts: "time",
  open: "number",
  high: "number",
  low: "number",
  close: "number",
  volume: "number",
} as const satisfies Readonly<Record<string, ScalarKind>>;

/** The kind of a column of the bars; undefined for any other name. */
export function barColumnKind(name: string): ScalarKind | undefined {
  return Object.hasOwn(barColumnKinds, name)
    ? barColumnKinds[name as keyof typeof barColumnKinds]
    : undefined;
}

/** Members of a struct and their kinds, by wire name: `{ direction: "number" }`. */
export type StructMembers = Readonly<Record<string, MemberKind>>;

export type ExprKind = MemberKind | "struct";

/** Data types an expression can be cast to, with the kind each has. */
export interface CastKinds {
  Boolean: "boolean";
  Int8: "number";
  Int16: "number";
  Int32: "number";
  Int64: "number";
  UInt8: "number";
  UInt16: "number";
  UInt32: "number";
  UInt64: "number";
  Float32: "number";
  Float64: "number";
  String: "text";
  Date: "time";
  Datetime: "time";
  Time: "time";
  Duration: "time";
}

export type CastType = keyof CastKinds & ExprDataType;

export const castKinds: Readonly<CastKinds> = {
  Boolean: "boolean",
  Int8: "number",
  Int16: "number",
  Int32: "number",
  Int64: "number",
  UInt8: "number",
  UInt16: "number",
  UInt32: "number",
  UInt64: "number",
  Float32: "number",
  Float64: "number",
  String: "text",
  Date: "time",
  Datetime: "time",
  Time: "time",
  Duration: "time",
};

/** Stands where a value cannot go; its text is what the compiler then prints. */
export interface ExprTypeError<Message extends string> {
  readonly "type error": Message;
}

/**
 * Where an expression may stand, as a text that the compiler shows when it stands elsewhere. The language knows no
 * places of its own; whoever makes an expression that belongs somewhere names the place.
 */
export type Scope = string;
