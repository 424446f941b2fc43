/** Steps into a value as a person writes them: `strategy_configs[0].base_freq`. */
export function fieldPath(steps: readonly unknown[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === "number") return `${path}[${step}]`;
    return path === "" ? String(step) : `${path}.${String(step)}`;
  }, "");
}
