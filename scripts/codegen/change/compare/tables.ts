import type { Contract, FrameColumn, Indicator } from "../../ir.ts";
import { broken, type Change, safe } from "../change.ts";

/** What the contract says beside its schemas: result frames, trading contexts, indicators. */
export function compareTables(old: Contract, fresh: Contract): Change[] {
  return [...compareFrames(old, fresh), ...compareContexts(old, fresh), ...compareIndicators(old, fresh)];
}

type Verdicts = Pick<Change, "compile" | "runtime">;

const UNKNOWN_TO_CODE: Verdicts = {
  compile: safe("nobody names it yet"),
  runtime: safe("columns are read by name"),
};
const COLUMN_GONE = broken("code that reads the column finds none");

function compareFrames(old: Contract, fresh: Contract): Change[] {
  return byName(old.frames, fresh.frames).flatMap(([name, before, after]): Change[] => {
    if (before === undefined) return [entry("added", "column", name, "frame", UNKNOWN_TO_CODE)];
    if (after === undefined) {
      const verdicts = { compile: broken("the schema of the frame is not exported"), runtime: COLUMN_GONE };
      return [entry("removed", "column", name, "frame", verdicts)];
    }
    const columns = (frame: typeof before): FrameColumn[] => [...frame.columns, ...frame.extraColumns];
    return compareColumns(name, columns(before), columns(after), {
      compile: safe("columns of frames are no types"),
      runtime: COLUMN_GONE,
    });
  });
}

function compareContexts(old: Contract, fresh: Contract): Change[] {
  const gone: Verdicts = { compile: broken("expressions name it as a type"), runtime: COLUMN_GONE };
  const columns = byName(old.contexts?.columns ?? [], fresh.contexts?.columns ?? []).flatMap(
    ([name, before, after]) => {
      if (before !== undefined && after !== undefined) return [];
      return before === undefined
        ? [entry("added", "column", name, "context", UNKNOWN_TO_CODE)]
        : [entry("removed", "column", name, "context", gone)];
    },
  );
  const members = compareColumns("context", old.contexts?.members ?? [], fresh.contexts?.members ?? [], gone);
  return [...columns, ...members];
}

function compareIndicators(old: Contract, fresh: Contract): Change[] {
  return byName(old.indicators, fresh.indicators).flatMap(([name, before, after]): Change[] => {
    if (before === undefined) {
      return [
        entry("added", "indicator", name, after.key, {
          ...UNKNOWN_TO_CODE,
          runtime: safe("nobody asks for it yet"),
        }),
      ];
    }
    if (after === undefined) {
      const compile = broken(`its factory \`${before.key}\` does not exist any more`);
      return [
        entry("removed", "indicator", name, before.key, {
          compile,
          runtime: broken("the server refuses it"),
        }),
      ];
    }
    return [...compareNames(name, before, after), ...compareOutput(name, before, after)];
  });
}

function compareNames(name: string, old: Indicator, fresh: Indicator): Change[] {
  const changes: Change[] = [];
  if (old.key !== fresh.key) {
    const compile = broken(`its factory is called \`${fresh.key}\``);
    changes.push(
      entry("changed", "indicator", name, `key ${old.key} -> ${fresh.key}`, {
        compile,
        runtime: safe("the wire does not carry it"),
      }),
    );
  }
  if (old.shortName !== fresh.shortName) {
    changes.push(
      entry("changed", "indicator", name, `short name ${old.shortName} -> ${fresh.shortName}`, {
        compile: safe("handles hide the name of the column"),
        runtime: broken("the column has another name"),
      }),
    );
  }
  return changes;
}

function compareOutput(name: string, { output: old }: Indicator, { output: fresh }: Indicator): Change[] {
  const verdicts: Verdicts = { compile: broken("the handle has another type"), runtime: COLUMN_GONE };
  if (typeof old === "string" || typeof fresh === "string") {
    const show = (output: Indicator["output"]): string => (typeof output === "string" ? output : "struct");
    if (typeof old === "string" && old === fresh) return [];
    return [entry("changed", "indicator", name, `output ${show(old)} -> ${show(fresh)}`, verdicts)];
  }
  return compareColumns(name, old, fresh, verdicts);
}

function compareColumns(
  owner: string,
  old: readonly FrameColumn[],
  fresh: readonly FrameColumn[],
  verdicts: Verdicts,
): Change[] {
  return byName(old, fresh).flatMap(([name, before, after]): Change[] => {
    const place = `${owner}.${name}`;
    if (before === undefined) return [entry("added", "column", place, after.dtype, UNKNOWN_TO_CODE)];
    if (after === undefined) return [entry("removed", "column", place, before.dtype, verdicts)];
    if (before.dtype === after.dtype) return [];
    return [entry("changed", "column", place, `${before.dtype} -> ${after.dtype}`, verdicts)];
  });
}

type Both<T> = [name: string, old: T, fresh: T | undefined] | [name: string, old: undefined, fresh: T];

function byName<T extends { readonly name: string }>(old: readonly T[], fresh: readonly T[]): Both<T>[] {
  const known = new Set(old.map(({ name }) => name));
  return [
    ...old.map((before): Both<T> => [before.name, before, fresh.find(({ name }) => name === before.name)]),
    ...fresh.filter(({ name }) => !known.has(name)).map((after): Both<T> => [after.name, undefined, after]),
  ];
}

function entry(
  kind: Change["kind"],
  subject: Change["subject"],
  place: string,
  what: string,
  verdicts: Verdicts,
): Change {
  return { kind, subject, place, what, ...verdicts };
}
