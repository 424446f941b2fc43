import { ArgumentError } from "../../../src/errors/argument.ts";
import { columnNode, NumberExpr, StructExpr, type StructMembers } from "../../../src/expr/index.ts";
import type { IndicatorConfig, IndicatorSpec } from "../../../src/generated/models.ts";

/** An indicator of a strategy: what it computes and the column it fills. */
export interface IndicatorHandle {
  readonly spec: IndicatorSpec;
  /** Name of the column that the engine fills. */
  readonly displayName: string;
}

/** An indicator with its parameters, not yet placed on an instrument and a frequency. */
export interface IndicatorDefinition<Handle extends IndicatorHandle = IndicatorHandle> {
  readonly config: IndicatorConfig;
  /** The handle of this indicator as placed by `spec`, whose `indicator` is this `config`. */
  handle(spec: IndicatorSpec): Handle;
}

/** What there is to know of an indicator beside the types of its parameters. Parameters go by their wire names. */
export interface IndicatorInfo {
  /** Its key among the `IndicatorType`s. */
  readonly key: string;
  /** Polars type of a scalar column, or the members of a struct column. */
  readonly output: string | readonly IndicatorMember[];
  /** What the parameters stand for that are left out or null; one without a default is not in it. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Parameters that name another indicator's column. */
  readonly references: readonly string[];
}

export interface IndicatorMember {
  readonly name: string;
  /** Its Polars type. */
  readonly dtype: string;
  /** Whether it is there even when `fields` selects others. */
  readonly always: boolean;
}

/** For what the types exclude and a stored strategy may hold all the same. */
export function unknownIndicator(config: never): never {
  throw new ArgumentError(`no indicator has the configuration ${describeValue(config)}`, { config });
}

/** Another indicator's column: its handle, or its name. */
export type ColumnReference = string | { readonly displayName: string };

/** Handle of an indicator with one number per bar; it is a number expression. */
export class NumberIndicator extends NumberExpr implements IndicatorHandle {
  readonly spec: IndicatorSpec;
  readonly displayName: string;

  constructor(spec: IndicatorSpec, displayName: string) {
    super(columnNode(displayName));
    this.spec = spec;
    this.displayName = displayName;
  }
}

/** Handle of an indicator with several values per bar. `M` are its members, those that `fields` leaves out included. */
export abstract class StructIndicator<M extends StructMembers>
  extends StructExpr<M>
  implements IndicatorHandle
{
  readonly spec: IndicatorSpec;
  readonly displayName: string;

  constructor(spec: IndicatorSpec, displayName: string, { output }: IndicatorInfo) {
    // The type keeps the members that were not selected; Selected<> takes them from the handle that users see.
    super(columnNode(displayName), selectedMembers(output, spec.indicator) as M);
    this.spec = spec;
    this.displayName = displayName;
  }
}

/** Kinds of the members of a struct column, those left out by `fields` taken away. */
export function selectedMembers(output: IndicatorInfo["output"], config: IndicatorConfig): StructMembers {
  const fields = "fields" in config ? config.fields : null;
  const kept = membersOf(output).filter(({ name, always }) => always || (fields?.includes(name) ?? true));
  return Object.fromEntries(kept.map(({ name, dtype }) => [name, memberKinds[dtype] ?? "number"]));
}

/** Kinds of the members whose Polars type is none of numbers. */
const memberKinds: StructMembers = {
  Boolean: "boolean",
  String: "text",
  Datetime: "time",
  TpoDistribution: "list",
};

function membersOf(output: IndicatorInfo["output"]): readonly IndicatorMember[] {
  return typeof output === "string" ? [] : output;
}

/** `plus_di` -> `plusDi` */
export type MemberName<Wire extends string> = Wire extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<MemberName<Tail>>}`
  : Wire;

/** A handle with only the members that `fields` selects. */
export type Selected<Handle extends IndicatorHandle, All extends string, Kept extends string> = [
  Exclude<All, Kept>,
] extends [never]
  ? Handle
  : IndicatorHandle & Omit<Handle, MemberName<Exclude<All, Kept>>>;

/** What a parameter takes. Limits are those of the contract. */
export type ParameterRule = {
  /** Its name in the configuration, where that is another. */
  readonly wire?: string;
  readonly required?: true;
} & (
  | {
      readonly kind: "integer" | "number";
      readonly above?: number;
      readonly least?: number;
      readonly below?: number;
      readonly most?: number;
    }
  | { readonly kind: "choice"; readonly values: readonly unknown[] }
  | { readonly kind: "column" | "text" | "boolean" | "object" | "members" }
);

/** The parameters of a factory, in the order of the configuration. */
export type ParameterRules = Readonly<Record<string, ParameterRule>>;

/**
 * Checks the parameters of a factory and writes them as the wire has them, defaults included.
 *
 * @throws {ArgumentError} naming the indicator, the parameter, and what it takes
 */
export function makeConfig(
  type: IndicatorConfig["type"],
  rules: ParameterRules,
  { defaults, output }: IndicatorInfo,
  given: object,
): IndicatorConfig {
  const values: Readonly<Record<string, unknown>> = { ...given };
  const known = Object.keys(rules);
  const unknown = Object.keys(values).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new ArgumentError(`${type} has no parameter \`${unknown}\`; it has ${known.join(", ")}`, {
      parameter: unknown,
    });
  }
  const members = membersOf(output).map(({ name }) => name);
  const config: Record<string, unknown> = { type };
  for (const [name, rule] of Object.entries(rules)) {
    const wire = rule.wire ?? name;
    const value = wireValue(values[name]) ?? defaults[wire];
    if (value === undefined && rule.required !== true) continue;
    if (!accepts(rule, value, members)) {
      const found = value === undefined ? "it is missing" : `not ${describeValue(value)}`;
      throw new ArgumentError(`${type}: \`${name}\` must be ${expectation(rule, members)}; ${found}`, {
        parameter: name,
        value,
      });
    }
    config[wire] = value;
  }
  // Built key by key from the contract's own rules, which is more than the compiler can follow.
  return deepFreeze(structuredClone(config)) as unknown as IndicatorConfig;
}

/** Null means the same as absent; a handle stands for its column's name. */
function wireValue(value: unknown): unknown {
  if (value === null) return undefined;
  return typeof value === "object" && "displayName" in value ? value.displayName : value;
}

function accepts(rule: ParameterRule, value: unknown, members: readonly unknown[]): boolean {
  switch (rule.kind) {
    case "integer":
    case "number":
      return (
        typeof value === "number" &&
        (rule.kind === "integer" ? Number.isSafeInteger(value) : Number.isFinite(value)) &&
        !(rule.above !== undefined && value <= rule.above) &&
        !(rule.least !== undefined && value < rule.least) &&
        !(rule.below !== undefined && value >= rule.below) &&
        !(rule.most !== undefined && value > rule.most)
      );
    case "choice":
      return rule.values.includes(value);
    case "members":
      return Array.isArray(value) && value.length > 0 && value.every((member) => members.includes(member));
    case "column":
      return typeof value === "string" && value !== "";
    case "text":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
  }
}

function expectation(rule: ParameterRule, members: readonly string[]): string {
  switch (rule.kind) {
    case "integer":
    case "number": {
      const limits = [
        rule.above === undefined ? [] : `above ${rule.above}`,
        rule.least === undefined ? [] : `at least ${rule.least}`,
        rule.below === undefined ? [] : `below ${rule.below}`,
        rule.most === undefined ? [] : `at most ${rule.most}`,
      ].flat();
      return `${rule.kind === "integer" ? "a whole number" : "a number"} ${limits.join(" and ")}`.trim();
    }
    case "choice":
      return `one of ${rule.values.join(", ")}`;
    case "members":
      return `a list of at least one of ${members.join(", ")}`;
    case "column":
      return "the handle of another indicator, or the name of its column";
    case "text":
      return "text";
    case "boolean":
      return "true or false";
    case "object":
      return "an object";
  }
}

function describeValue(value: unknown): string {
  if (typeof value === "number" || value === undefined) return String(value);
  return JSON.stringify(value) ?? typeof value;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null)
    for (const child of Object.values(value)) deepFreeze(child);
  return Object.freeze(value);
}
