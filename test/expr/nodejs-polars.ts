import pl from "nodejs-polars";

/**
 * The dialect of nodejs-polars 0.24.1 (Rust Polars 0.52 and newer) where it differs from that of 0.51, which we write.
 * nodejs-polars 0.22.2 is 0.51 and needs none of this.
 */
export function inNewerDialect(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(inNewerDialect);
  if (typeof json !== "object" || json === null) return json;
  const entries = Object.entries(json).map(([key, value]): [string, unknown] => {
    if (key === "TemporalExpr" && value === "TotalMinutes")
      return [key, { TotalMinutes: { fractional: false } }];
    if (key === "op" && value === "Divide") return [key, "RustDivide"];
    return [key, inNewerDialect(value)];
  });
  const window = entries.find(([key]) => key === "Window");
  if (window === undefined) return Object.fromEntries(entries);
  const { options, ...rest } = window[1] as { readonly options: { readonly Over: unknown } };
  return { Over: { ...rest, mapping: options.Over } };
}

/** nodejs-polars' own reader, which its type declarations leave out. */
export function readByPolars(text: string): unknown {
  const { deserialize } = pl.Expr as unknown as { deserialize(bytes: Buffer, format: "json"): unknown };
  return deserialize(Buffer.from(text), "json");
}
