import type { Difference } from "../output.ts";
import { breaks, type Change, type Verdict } from "./change.ts";

export interface Report {
  readonly source: string;
  /** Versions as the documents give them. */
  readonly version: { readonly old: string; readonly new: string };
  readonly changes: readonly Change[];
  /** Generated files that differ, by their path in src/generated. */
  readonly files: readonly Difference[];
  /** What stayed though the new document lacks it. */
  readonly kept: readonly string[];
  /** Foreign extensions of the new document, left out. */
  readonly dropped: readonly string[];
  readonly breaking: { readonly compile: number; readonly runtime: number };
  /** Whether the contract and the generated code were written. */
  readonly written: boolean;
}

export function countBreaking(changes: readonly Change[]): Report["breaking"] {
  return {
    compile: changes.filter(({ compile }) => compile.breaking).length,
    runtime: changes.filter(({ runtime }) => runtime.breaking).length,
  };
}

/** The report for machines. */
export function reportJson(report: Report): string {
  return JSON.stringify(report, undefined, 2);
}

/** The report for people: what breaks comes first. */
export function reportText(report: Report): string {
  const { source, version, changes, files, kept, dropped, breaking } = report;
  const broken = changes.filter(breaks);
  const harmless = changes.filter((change) => !breaks(change));
  const versions = version.old === version.new ? version.new : `${version.old} -> ${version.new}`;
  return [
    `${source} (${versions}): ${count(changes.length, "change")}, ${broken.length} of them breaking`,
    ...section(`Breaking (compile ${breaking.compile}, runtime ${breaking.runtime})`, broken.map(changeText)),
    ...section("Not breaking", harmless.map(changeText)),
    ...section(
      "Generated files",
      files.map(({ path, state }) => `  ${STATES[state].padEnd(8)}src/generated/${path}`),
    ),
    ...section(
      "Kept, though the document lacks it",
      kept.map((place) => `  ${place}`),
    ),
    ...section(
      "Left out: extensions that mean nothing here",
      dropped.map((place) => `  ${place}`),
    ),
  ].join("\n");
}

const STATES = { missing: "added", changed: "changed", stray: "removed" } as const satisfies Record<
  Difference["state"],
  string
>;
const SIGNS = { added: "+", removed: "-", changed: "~" } as const satisfies Record<Change["kind"], string>;

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

function changeText({ kind, subject, place, what, compile, runtime }: Change): string {
  const verdict = (name: string, { breaking, why }: Verdict): string =>
    `      ${name.padEnd(8)}${breaking ? "BREAKS" : "ok    "}  ${why}`;
  return [
    `  ${SIGNS[kind]} ${subject} ${place}: ${what}`,
    verdict("compile", compile),
    verdict("runtime", runtime),
  ].join("\n");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
