import { isDeepStrictEqual } from "node:util";
import {
  isCollection,
  isMap,
  isScalar,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLMap,
} from "yaml";
import { isObject, type JsonObject } from "../json.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const INDENT = 2;

/**
 * Makes a YAML text say what `target` says and leaves everything else of it as it stands: order, comments, layout.
 * What is new goes behind what was there, in the order of the target; comments inside a value that changed are lost.
 */
export function patchYaml(text: string, target: JsonObject): string {
  if (saysTheSame(text, target)) return text;
  const { contents, errors } = parseDocument(text);
  if (errors.length > 0 || !isMap(contents) || contents.items.length === 0) return renderWhole(target);
  const patched = apply(text, edits(text, contents, target));
  // The layout of a text can outwit the edits; what it says must not.
  return saysTheSame(patched, target) ? patched : renderWhole(target);
}

function renderWhole(target: JsonObject): string {
  return Object.keys(target).length === 0 ? "{}\n" : render(target, 0);
}

function saysTheSame(text: string, target: JsonObject): boolean {
  const document = parseDocument(text);
  return document.errors.length === 0 && isDeepStrictEqual(document.toJS(), target);
}

function apply(text: string, changes: readonly Edit[]): string {
  const sorted = [...changes].sort((a, b) => b.start - a.start || b.end - a.end);
  return sorted.reduce(
    (result, { start, end, text: piece }) => result.slice(0, start) + piece + result.slice(end),
    text,
  );
}

function edits(text: string, map: YAMLMap, target: JsonObject): Edit[] {
  const changes: Edit[] = [];
  const present = new Set<string>();
  for (const pair of map.items) {
    const key = keyOf(pair);
    present.add(key);
    const { start, end } = extent(text, pair);
    if (!(key in target)) {
      changes.push({ start, end, text: "" });
      continue;
    }
    const value = target[key];
    const node = pair.value;
    if (isDeepStrictEqual(toJs(node), value)) continue;
    if (isMap(node) && !node.flow && node.items.length > 0 && isObject(value) && sharesKeys(node, value)) {
      changes.push(...edits(text, node, value));
    } else {
      const flow = isCollection(node) && node.flow === true;
      changes.push({ start, end, text: render({ [key]: value }, column(text, start), flow) });
    }
  }
  const added = Object.entries(target).filter(([key]) => !present.has(key));
  const last = map.items.at(-1);
  if (added.length > 0 && last !== undefined) {
    const { start, end } = extent(text, last);
    const indent = column(text, start);
    const gap = text.slice(0, end).endsWith("\n") ? "" : "\n";
    changes.push({ start: end, end, text: gap + render(Object.fromEntries(added), indent) });
  }
  return changes;
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? (pair.key as Scalar).value : pair.key);
}

function toJs(node: unknown): unknown {
  return node === null || node === undefined ? null : (node as { toJSON(): unknown }).toJSON();
}

function sharesKeys(map: YAMLMap, value: JsonObject): boolean {
  return map.items.some((pair) => keyOf(pair) in value);
}

/** From the first character of the key's line to the line after the value; comments after the value stay outside. */
function extent(text: string, pair: Pair): { start: number; end: number } {
  const key = pair.key as Scalar;
  const start = text.lastIndexOf("\n", (key.range?.[0] ?? 0) - 1) + 1;
  const value = pair.value as Scalar | null;
  const stop = value?.range?.[1] ?? key.range?.[1] ?? start;
  if (text[stop - 1] === "\n") return { start, end: stop };
  const line = text.indexOf("\n", stop);
  return { start, end: line < 0 ? text.length : line + 1 };
}

function column(text: string, lineStart: number): number {
  return /^ */.exec(text.slice(lineStart))?.[0].length ?? 0;
}

/** An entry or more of a block; the value of a single one may be written in one line. */
function render(value: JsonObject, indent: number, flow = false): string {
  const margin = " ".repeat(indent);
  const entries = Object.entries(value).map((entry) => (flow ? oneLine(entry) : lines(entry)));
  return entries.join("").replaceAll(/^(?=.)/gm, margin);
}

function lines([key, value]: [string, unknown]): string {
  const text = stringify({ [key]: value }, { lineWidth: 110, indent: INDENT, aliasDuplicateObjects: false });
  return faithful(text, key, value);
}

function oneLine([key, value]: [string, unknown]): string {
  const style = { collectionStyle: "flow", lineWidth: 0, aliasDuplicateObjects: false } as const;
  // Lists as `[a, b]`, maps as `{ a: b }`.
  const text = stringify(value, { ...style, flowCollectionPadding: !Array.isArray(value) });
  return faithful(`${stringify(key).trim()}: ${text.trim()}\n`, key, value);
}

/** The writer loses some blanks before line ends; JSON, which is YAML too, loses nothing. */
function faithful(text: string, key: string, value: unknown): string {
  return saysTheSame(text, { [key]: value }) ? text : `${JSON.stringify(key)}: ${JSON.stringify(value)}\n`;
}
