import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startTypesThread } from "./emit/types-thread.ts";
import { compare, write } from "./output.ts";
import { ContractProblem } from "./problem.ts";
import type { GeneratedFile } from "./source-file.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const home = { contract: `${root}openapi`, generated: `${root}src/generated` };
const documents = [`${home.contract}/models.yaml`, `${home.contract}/gateway.yaml`];

const USAGE = `npm run codegen                        write src/generated from openapi/
npm run codegen -- --check             exit code 1 when src/generated is not what openapi/ gives
npm run codegen -- --from FILE_OR_URL  bring openapi/ and src/generated up to another OpenAPI 3.0 or 3.1 document
    --report text|json                 form of the change report (text)
    --dry-run                          report only, write nothing
    --accept-breaking                  write though something breaks callers; otherwise exit code 3
Exit code 2: a document cannot be read or understood, or the arguments make no sense.`;

class UsageProblem extends Error {}

interface Arguments {
  readonly check: boolean;
  readonly help: boolean;
  readonly from: string | undefined;
  readonly report: string | undefined;
  readonly "dry-run": boolean;
  readonly "accept-breaking": boolean;
}

function readArguments(): Arguments {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
        from: { type: "string" },
        report: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        "accept-breaking": { type: "boolean", default: false },
      },
    });
    return { ...values, from: values.from, report: values.report };
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error));
  }
}

async function main(): Promise<number> {
  const options = readArguments();
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  if (options.from !== undefined) {
    if (options.check) throw new UsageProblem("--check compares with openapi/ and takes no --from");
    return adoptFrom(options.from, options);
  }
  for (const name of ["report", "dry-run", "accept-breaking"] as const) {
    if (options[name]) throw new UsageProblem(`--${name} goes with --from FILE_OR_URL`);
  }
  return options.check ? checkGenerated() : writeGenerated();
}

async function adoptFrom(from: string, options: Arguments): Promise<number> {
  const form = options.report ?? "text";
  if (form !== "text" && form !== "json") throw new UsageProblem(`--report is text or json, not \`${form}\``);
  startTypesThread();
  const [{ adopt }, { reportJson, reportText }] = await Promise.all([
    import("./change/adopt.ts"),
    import("./change/report.ts"),
  ]);
  const acceptBreaking = options["accept-breaking"];
  const report = await adopt(home, { from, dryRun: options["dry-run"], acceptBreaking });
  console.log(form === "json" ? reportJson(report) : reportText(report));
  if (!acceptBreaking && report.breaking.compile + report.breaking.runtime > 0) {
    console.error("\nNothing was written: callers break. With --accept-breaking it is written all the same.");
    return 3;
  }
  return 0;
}

/** Both threads load their compilers at the same time. */
async function generateAll(): Promise<GeneratedFile[]> {
  startTypesThread();
  const { generate } = await import("./generate.ts");
  return generate(documents);
}

async function checkGenerated(): Promise<number> {
  const differences = await compare(home.generated, await generateAll());
  for (const { path, state } of differences) console.log(`${state.padEnd(8)}src/generated/${path}`);
  if (differences.length === 0) return 0;
  console.error("src/generated is not what the contract gives; run `npm run codegen` and commit the result");
  return 1;
}

async function writeGenerated(): Promise<number> {
  const files = await generateAll();
  const differences = await write(home.generated, files);
  for (const { path, state } of differences) console.log(`${state.padEnd(8)}src/generated/${path}`);
  console.log(
    differences.length === 0
      ? "src/generated is up to date"
      : `${differences.length} of ${files.length} files written`,
  );
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageProblem) console.error(`${error.message}\n\n${USAGE}`);
    else console.error(error instanceof ContractProblem ? error.message : error);
    process.exitCode = 2;
  },
);
