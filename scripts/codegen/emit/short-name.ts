import type { ObjectSchema, Property, Schema } from "../ir.ts";
import { refuse } from "../problem.ts";

const FORMATS: Readonly<Record<string, string>> = {
  float: "floatText",
  percent: "percentText",
  tick: "tickText",
  anchor: "anchorText",
};

/**
 * The template of a short name as an expression over `config`: `SMA|{period}.{column}` gives a template literal.
 * `{a.b}` reads into an object, `{a:format}` writes by one of the formats, an absent parameter counts as its default.
 */
export function shortNameExpression(
  template: string,
  schema: ObjectSchema,
  resolve: (schema: Schema) => Schema,
): string {
  const fail = (reason: string): never => {
    refuse(schema.notes.pointer, `shortName \`${template}\`: ${reason}`);
  };
  const placeholder = (content: string): string => {
    const [path = "", format, ...rest] = content.split(":");
    const writer = format === undefined ? undefined : FORMATS[format];
    if (rest.length > 0 || (format !== undefined && writer === undefined)) {
      fail(`unknown format in \`{${content}}\`; known are ${Object.keys(FORMATS).join(", ")}`);
    }
    const value = `config${access(path)}`;
    return `\${${writer === undefined ? value : `${writer}(${value})`}}`;
  };
  const access = (path: string): string => {
    let owner: Schema = schema;
    let text = "";
    for (const name of path.split(".")) {
      const property: Property | undefined =
        owner.kind === "object" ? owner.properties.find((candidate) => candidate.name === name) : undefined;
      if (property === undefined) return fail(`\`${path}\` is no parameter`);
      const fallback = property.schema.notes.default;
      if (!property.required && fallback === undefined) fail(`\`${path}\` is optional and has no default`);
      text += `.${name}${property.required ? "" : ` ?? ${JSON.stringify(fallback)}`}`;
      owner = resolve(property.schema);
    }
    return text;
  };
  const literal = (text: string): string => text.replace(/[`\\]|\$\{/g, "\\$&");
  return `\`${template
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith("{") ? placeholder(part.slice(1, -1)) : literal(part)))
    .join("")}\``;
}
