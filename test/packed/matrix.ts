/** What a user's project may be made of; every value meets every value of the other columns in some row. */
export interface Row {
  readonly format: "esm" | "cjs";
  readonly resolution: "node16" | "bundler";
  readonly typescript: "5.4.5" | "5.9.3";
  readonly node: "20.19.0" | "22.23.3" | "24.21.0";
}

export const rows: readonly Row[] = [
  { format: "esm", resolution: "node16", typescript: "5.4.5", node: "20.19.0" },
  { format: "cjs", resolution: "bundler", typescript: "5.9.3", node: "20.19.0" },
  { format: "esm", resolution: "bundler", typescript: "5.4.5", node: "22.23.3" },
  { format: "cjs", resolution: "node16", typescript: "5.9.3", node: "22.23.3" },
  { format: "esm", resolution: "node16", typescript: "5.9.3", node: "24.21.0" },
  { format: "cjs", resolution: "bundler", typescript: "5.4.5", node: "24.21.0" },
];

export const valuesOf = <Column extends keyof Row>(column: Column): Row[Column][] => [
  ...new Set(rows.map((row) => row[column])),
];

/** The pairs of values of two columns that no row holds. */
export function missingPairs(): string[] {
  const columns = ["format", "resolution", "typescript", "node"] as const;
  return columns.flatMap((a, i) =>
    columns.slice(i + 1).flatMap((b) =>
      valuesOf(a).flatMap((first) =>
        valuesOf(b)
          .filter((second) => !rows.some((row) => row[a] === first && row[b] === second))
          .map((second) => `${first} with ${second}`),
      ),
    ),
  );
}
