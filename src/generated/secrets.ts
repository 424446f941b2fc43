// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

/** Properties whose values never belong into a log, a message or a printed object, whatever holds them. */
export const secretFields: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "api_key",
  "api_secret",
  "passphrase",
  "password",
  "person_id",
]);
