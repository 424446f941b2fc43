import { type IndicatorInfo, indicatorInfo } from "tradepose-client/builder";
import type { Column, NumberColumn, NumberType } from "../column.ts";
import type { IndicatorConfig } from "../config.ts";
import { type IndicatorInput, KERNELS, type MemberOutput } from "./kernels.ts";
import { anchorProblems, type ParameterProblem } from "./market-profile/check.ts";
import { type IndicatorType, type Parameters, parametersOf } from "./parameters.ts";
import type { Series } from "./series.ts";

/** Type of a struct's member, by the contract's name. */
export type MemberType = NumberType | "String" | "TpoDistribution";

export interface IndicatorMember {
  readonly name: string;
  readonly dtype: MemberType;
  /** Present whatever `fields` selects. */
  readonly always: boolean;
}

/** How an indicator is computed over the bars of its own frequency, before any shift. */
export interface IndicatorDefinition {
  /** Struct members in order; absent for an indicator that is a plain number. */
  readonly members: readonly IndicatorMember[] | undefined;
  /** Parameter that names another indicator's column. */
  readonly referenceField: string | undefined;
  /** What is wrong with parameters that the contract allows one by one. */
  readonly problems: (config: IndicatorConfig) => readonly ParameterProblem[];
  readonly compute: (input: IndicatorInput, config: IndicatorConfig) => Column;
}

/** The definition of an indicator type. */
export function definitionOf(type: IndicatorType): IndicatorDefinition {
  const { references }: IndicatorInfo = indicatorInfo[type];
  const problems = (config: IndicatorConfig): readonly ParameterProblem[] =>
    config.type === "MarketProfile" ? anchorProblems(config.anchor_config) : [];
  return { referenceField: references[0], problems, ...computation(type) };
}

/** The members of its struct that an indicator keeps; null and absent `fields` keep all. */
export function selectedMembers(
  members: readonly IndicatorMember[],
  config: IndicatorConfig,
): readonly IndicatorMember[] {
  const fields = "fields" in config ? config.fields : undefined;
  return members.filter(({ name, always }) => always || fields == null || fields.includes(name));
}

// The table pairs every type with a kernel for its own parameters and output, which an index by a union cannot
// express: `computation` takes its kernels by this type.
type AnyKernel<Result> = (input: IndicatorInput, parameters: Parameters<IndicatorType>) => Result;

function computation(type: IndicatorType): Pick<IndicatorDefinition, "members" | "compute"> {
  const output: NumberType | readonly IndicatorMember[] = indicatorInfo[type].output;
  if (typeof output === "string") {
    const kernel = KERNELS[type] as AnyKernel<Series>;
    return {
      members: undefined,
      compute: (input, config) => numbers(output, kernel(input, parametersOf(config))),
    };
  }
  const kernel = KERNELS[type] as AnyKernel<Readonly<Record<string, MemberOutput>>>;
  return {
    members: output,
    compute: (input, config) => {
      const computed = kernel(input, parametersOf(config));
      const members = selectedMembers(output, config).map(
        ({ name, dtype }) => [name, memberColumn(dtype, computed[name]!)] as const,
      );
      return { kind: "struct", length: input.bars.length, members: Object.fromEntries(members) };
    },
  };
}

/** What a kernel gives for a member of that type; a series of numbers takes its type from the contract. */
function memberColumn(dtype: MemberType, computed: MemberOutput): Column {
  if ("kind" in computed) return computed;
  if (dtype === "String" || dtype === "TpoDistribution")
    throw new TypeError(`numbers where ${dtype} was declared`);
  return numbers(dtype, computed);
}

function numbers(dtype: NumberType, { values, nulls }: Series): NumberColumn {
  return { kind: "number", dtype, values, nulls };
}
