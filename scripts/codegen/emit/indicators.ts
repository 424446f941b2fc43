import type { Contract, Indicator, IndicatorMember, Schema } from "../ir.ts";
import { camelCase, propertyKey } from "../names.ts";
import { refuse } from "../problem.ts";
import { block, documented, type GeneratedFile, sourceFile } from "../source-file.ts";
import { defaultsOf } from "./defaults.ts";
import { enumsOf } from "./enums.ts";
import { IndicatorParameters } from "./indicator-parameters.ts";
import { shortNameExpression } from "./short-name.ts";

/** What a struct handle has of its own; no member can take such a name. */
const TAKEN = /^(node|kind|members|field|equals|isNull|isNotNull|toString|toJSON|spec|displayName)$/;
/** Kind of the expression that reads a member, by its Polars type; static/indicator-runtime.ts has them at run time. */
export const MEMBER_KINDS: Readonly<Record<string, string>> = {
  Boolean: "boolean",
  Int32: "number",
  UInt32: "number",
  Int64: "number",
  UInt64: "number",
  Float64: "number",
  String: "text",
  Datetime: "time",
  TpoDistribution: "list",
};

const DEFINE = `
/** An indicator by its parameters; its handle is made of what the catalogue says of its output. */
function define<Handle extends IndicatorHandle>(
  type: IndicatorConfig["type"],
  rules: ParameterRules,
  parameters: object,
  HandleClass: new (spec: IndicatorSpec, displayName: string, info: IndicatorInfo) => Handle,
): IndicatorDefinition<Handle> {
  const info = indicatorInfo[type];
  return Object.freeze({
    config: makeConfig(type, rules, info, parameters),
    handle: (spec: IndicatorSpec) => new HandleClass(spec, displayName(spec), info),
  });
}
`;

/** `indicators.ts`: a documented factory per indicator, a typed handle per struct, and the names of their columns. */
export function emitIndicators(contract: Contract): GeneratedFile | undefined {
  if (contract.indicators.length === 0) return undefined;
  for (const name of ["IndicatorConfig", "IndicatorSpec"]) {
    if (!contract.schemas.has(name)) refuse("#/components/schemas", `indicators need a schema \`${name}\``);
  }
  const parts = contract.indicators.map((indicator) => new IndicatorPart(contract, indicator));
  const enums = enumsOf(contract).map(([name]) => name);
  const runtime = ["makeConfig", "NumberIndicator", "StructIndicator", "unknownIndicator"];
  const runtimeTypes = [
    "ColumnReference",
    "IndicatorDefinition",
    "IndicatorHandle",
    "IndicatorInfo",
    "ParameterRules",
    "Selected",
  ];
  const imports = [
    {
      from: "../expr/index.ts",
      names: ["BooleanExpr", "ListExpr", "NumberExpr", "TextExpr", "TimeExpr"],
      typeOnly: true,
    },
    { from: "./enums.ts", names: enums, typeOnly: true },
    {
      from: "./indicator-names.ts",
      names: ["anchorText", "columnName", "floatText", "percentText", "tickText"],
    },
    { from: "./indicator-runtime.ts", names: runtime },
    { from: "./indicator-runtime.ts", names: runtimeTypes, typeOnly: true },
    { from: "./models.ts", names: parts.flatMap((part) => part.foreignTypes(enums)), typeOnly: true },
  ];
  return sourceFile("indicators.ts", imports, [
    `export type { IndicatorInfo } from "./indicator-runtime.ts";`,
    ...parts.flatMap((part) => part.declarations()),
    documented(
      "Factories of all indicators. Give what they return to `StrategyBuilder.addIndicator`.",
      `export const Indicator = ${block(parts.map((part) => part.factory()))} as const;`,
    ),
    DEFINE,
    documented(
      "Name of an indicator within an instrument and a frequency, `SMA|20.close`.",
      `export function shortName(config: IndicatorConfig): string {
        switch (config.type) {
          ${parts.map((part) => part.nameCase()).join("\n")}
          default: return unknownIndicator(config);
        }
      }`,
    ),
    documented(
      "Name of an indicator's column, `SP500_1D_SMA|20.close`: the only link between it and the expressions that read it.",
      `export function displayName(spec: IndicatorSpec): string {
        return columnName(spec, shortName(spec.indicator));
      }`,
    ),
    documented(
      "Every indicator by the `type` of its configuration.",
      `export const indicatorInfo = ${block(parts.map((part) => part.info()))} as const satisfies Readonly<Record<IndicatorConfig["type"], IndicatorInfo>>;`,
    ),
  ]);
}

class IndicatorPart {
  readonly #contract: Contract;
  readonly #indicator: Indicator;
  readonly #parameters: IndicatorParameters;
  /** None where the indicator gives a plain number. */
  readonly #members: readonly IndicatorMember[];
  /** Whether `fields` selects members. */
  readonly #narrows: boolean;
  readonly #handle: string;
  /** Beginning of the names of its private constants. */
  readonly #stem: string;

  constructor(contract: Contract, indicator: Indicator) {
    const { name, output, schema } = indicator;
    const properties = schema.properties.filter((property) => property.name !== "type");
    this.#contract = contract;
    this.#indicator = indicator;
    this.#members = typeof output === "string" ? [] : output;
    this.#narrows = this.#members.length > 0 && properties.some((property) => property.name === "fields");
    this.#handle = this.#members.length > 0 ? `${name}Handle` : "NumberIndicator";
    this.#stem = camelCase(name);
    const members = this.#narrows ? this.#members.map((member) => member.name) : [];
    this.#parameters = new IndicatorParameters(properties, members, (inner) => this.#resolve(inner));
    this.#check();
  }

  #check(): void {
    const { output, schema } = this.#indicator;
    const { pointer } = schema.notes;
    if (typeof output === "string" && MEMBER_KINDS[output] !== "number") {
      refuse(pointer, "a scalar indicator gives numbers; make it a struct of one member");
    }
    for (const { name, dtype } of this.#members) {
      if (MEMBER_KINDS[dtype] === undefined) refuse(pointer, `an indicator cannot give \`${dtype}\``);
      if (TAKEN.test(camelCase(name)))
        refuse(pointer, `\`${name}\` cannot name a member: expressions use it`);
    }
  }

  #resolve(schema: Schema): Schema {
    const target = schema.kind === "ref" ? this.#contract.schemas.get(schema.name) : undefined;
    return target === undefined ? schema : this.#resolve(target);
  }

  get #always(): string[] {
    return this.#members.filter(({ always }) => always).map(({ name }) => name);
  }

  /** Schemas whose types the declarations can mention, beside the enums. */
  foreignTypes(enums: readonly string[]): string[] {
    const properties = this.#indicator.schema.properties.flatMap(({ schema }) =>
      schema.kind === "ref" ? schema.name : [],
    );
    return ["IndicatorConfig", "IndicatorSpec", ...properties].filter((name) => !enums.includes(name));
  }

  declarations(): string[] {
    const { name } = this.#indicator;
    const generic = this.#narrows ? `<F extends ${name}Member = ${name}Member>` : "";
    return [
      ...(this.#members.length > 0 ? this.#handleDeclarations() : []),
      documented(
        `Parameters of \`Indicator.${name}\`.`,
        `export interface ${name}Parameters${generic} ${this.#parameters.interfaceBody()}`,
      ),
      `const ${this.#stem}Rules: ParameterRules = ${this.#parameters.rules()};`,
    ];
  }

  #handleDeclarations(): string[] {
    const { name, schema } = this.#indicator;
    const kinds = this.#members.map(
      (member) => `readonly ${propertyKey(member.name)}: "${MEMBER_KINDS[member.dtype]}";`,
    );
    const getters = this.#members.map(({ name: member, dtype, description }) => {
      const kind = MEMBER_KINDS[dtype] ?? "";
      const type = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Expr`;
      return documented(
        description,
        `get ${camelCase(member)}(): ${type} { return this.field("${member}"); }\n`,
      );
    });
    return [
      documented(`Kinds of the members of \`${name}\`.`, `type ${name}Members = { ${kinds.join(" ")} };`),
      documented(
        `Members of \`${name}\`, as \`fields\` names them.`,
        `export type ${name}Member = keyof ${name}Members;`,
      ),
      documented(
        `Handle of \`${name}\`. ${schema.notes.description ?? ""}`,
        `export class ${this.#handle} extends StructIndicator<${name}Members> ${block(getters)}`,
      ),
    ];
  }

  factory(): string {
    const { name, schema, shortName } = this.#indicator;
    const [declared, given] = this.#narrows
      ? [`<const F extends ${name}Member = ${name}Member>`, "<F>"]
      : ["", ""];
    const kept = ["F", ...this.#always.map((member) => JSON.stringify(member))].join(" | ");
    const result = this.#narrows ? `Selected<${this.#handle}, ${name}Member, ${kept}>` : this.#handle;
    const parameters = `parameters: ${name}Parameters${given}${this.#parameters.optional ? " = {}" : ""}`;
    return documented(
      [schema.notes.description, `Short name: \`${shortName}\`.`],
      `${name}${declared}(${parameters}): IndicatorDefinition<${result}> {
        return define("${name}", ${this.#stem}Rules, parameters, ${this.#handle});
      },\n`,
    );
  }

  nameCase(): string {
    const { name, schema, shortName } = this.#indicator;
    return `case "${name}": return ${shortNameExpression(shortName, schema, (inner) => this.#resolve(inner))};`;
  }

  info(): string {
    const { name, key, output, schema } = this.#indicator;
    const members = this.#members.map((member) => ({
      name: member.name,
      dtype: member.dtype,
      always: member.always,
    }));
    const references = schema.properties.flatMap((property) =>
      property.schema.notes.reference ? property.name : [],
    );
    const info = {
      key,
      output: members.length > 0 ? members : output,
      defaults: defaultsOf(schema.properties),
      references,
    };
    return `${name}: ${JSON.stringify(info)},`;
  }
}
