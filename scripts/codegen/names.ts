/** How names of the contract become names of TypeScript. */

function words(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `key_id`, `X-Request-ID` -> `keyId`, `xRequestId` */
export function camelCase(text: string): string {
  const [first = "", ...rest] = words(text).map((word) => word.toLowerCase());
  return first + rest.map(capitalise).join("");
}

/** `apiKeys`, `on_demand_ohlcv` -> `ApiKeys`, `OnDemandOhlcv` */
export function pascalCase(text: string): string {
  return words(text).map(capitalise).join("");
}

/** `tradepose_mock`, `StopLoss`, `1` -> `TRADEPOSE_MOCK`, `STOP_LOSS`, `VALUE_1` */
export function constantCase(text: string): string {
  const name = words(text).join("_").toUpperCase();
  return /^[A-Z]/.test(name) ? name : `VALUE_${name}`;
}

/** `apiKeys`, `onDemandOhlcv` -> `api-keys`, `on-demand-ohlcv` */
export function kebabCase(text: string): string {
  return words(text).join("-").toLowerCase();
}

export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text);
}

/** A property key, quoted where it must be. */
export function propertyKey(name: string): string {
  return isIdentifier(name) ? name : JSON.stringify(name);
}
