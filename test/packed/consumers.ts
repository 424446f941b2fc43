import type { Row } from "./matrix.ts";

/** A program of the user's: its file name, its text, and the name of what the compiler makes of it. */
export interface Program {
  readonly source: string;
  readonly text: string;
  readonly compiled: string;
}

const program = (name: string, { format }: Row, text: string): Program => ({
  source: `${name}.${format === "esm" ? "mts" : "cts"}`,
  text,
  compiled: `${name}.${format === "esm" ? "mjs" : "cjs"}`,
});

/** Prints the names each subpath exports, and those that are another object than under the same name elsewhere. */
export function subpathsProgram(row: Row, subpaths: readonly string[]): Program {
  const imports = subpaths.map((subpath, i) =>
    row.format === "esm" ? `import * as m${i} from "${subpath}";` : `import m${i} = require("${subpath}");`,
  );
  return program(
    "subpaths",
    row,
    `${imports.join("\n")}
const modules: [string, object][] = [${subpaths.map((subpath, i) => `["${subpath}", m${i}]`).join(", ")}];
const seen = new Map<string, unknown>();
const twice: string[] = [];
for (const [subpath, exported] of modules) {
  const folder = subpath.split("/")[0]!;
  for (const [name, value] of Object.entries(exported)) {
    const key = \`\${folder}: \${name}\`;
    if (seen.has(key) && seen.get(key) !== value) twice.push(\`\${subpath} \${name}\`);
    seen.set(key, value);
  }
}
const names = Object.fromEntries(modules.map(([subpath, exported]) => [subpath, Object.keys(exported).sort()]));
console.log(JSON.stringify({ names, twice }));
`,
  );
}

/** JSON subpaths cannot be compiled under every setting of the matrix; plain JavaScript imports them both ways. */
export function jsonProgram(
  { format }: Row,
  subpaths: readonly string[],
): Pick<Program, "compiled" | "text"> {
  const list = JSON.stringify(subpaths);
  return format === "esm"
    ? {
        compiled: "json.mjs",
        text: `const read = (name) => import(name, { with: { type: "json" } });
console.log(JSON.stringify(await Promise.all(${list}.map(async (name) => (await read(name)).default))));\n`,
      }
    : { compiled: "json.cjs", text: `console.log(JSON.stringify(${list}.map((name) => require(name))));\n` };
}

/** The quickstart of the README as it stands; in CommonJS without `await` at the top and with `require`. */
export function quickstartProgram(row: Row, text: string): Program {
  if (row.format === "esm") return program("quickstart", row, text);
  const statement = /^import (\{[^}]*\}) from "([^"]+)";\n/gm;
  const imports = [...text.matchAll(statement)].map(
    ([, names, from], i) => `import m${i} = require("${from}");\nconst ${names} = m${i};\n`,
  );
  const body = text.replaceAll(statement, "");
  return program("quickstart", row, `${imports.join("")}async function main() {\n${body}}\nvoid main();\n`);
}
