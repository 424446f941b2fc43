import type { DataFrame, pl } from "nodejs-polars";
import { TradePoseError } from "../errors/base.ts";

export type { DataFrame };

export type Polars = typeof pl;

let loading: Promise<Polars> | undefined;

/**
 * nodejs-polars, loaded when the first frame is made: it is a native module of 20 MB that a program which only sends
 * requests never needs.
 */
export function loadPolars(): Promise<Polars> {
  loading ??= import("nodejs-polars").then(
    (module) => module.default,
    (cause) => {
      loading = undefined;
      throw new TradePoseError(
        `nodejs-polars could not be loaded on ${process.platform}-${process.arch} with Node ${process.version}: ` +
          "its native part is an optional dependency, so install again without --omit=optional, on this machine. " +
          "Results are available as bytes without it",
        { code: "POLARS_UNAVAILABLE", cause },
      );
    },
  );
  return loading;
}
