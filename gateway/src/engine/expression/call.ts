import type { ExprFunction } from "tradepose-client/expr";
import type { FrameScope } from "./scope.ts";
import { typeName, type ValueType } from "./types.ts";
import type { ScalarValue } from "./value.ts";

/** One operation about to be evaluated: its operands, already evaluated, and where to report what is wrong. */
export interface Call {
  readonly scope: FrameScope;
  readonly args: readonly ScalarValue[];
  /** Reports a problem with the operation, or with its i-th operand. Returns undefined, the value of what failed. */
  readonly fail: (message: string, operand?: number) => undefined;
}

/** A function node's own parameters beside its operands. */
export interface FunctionCall<Fn extends ExprFunction = ExprFunction> extends Call {
  readonly fn: Fn;
}

/** "Int8 and String" */
export function typeNames(types: readonly ValueType[]): string {
  return types.map(typeName).join(" and ");
}
