/**
 * Types, zod models, enums, frame schemas and endpoints of the TradePose contract.
 *
 * Each schema `X` has a type `X` and a model `XModel` that checks a value against it and applies no defaults. Wire
 * names are snake_case; for an optional field, null and absent mean the same.
 */
export * from "./generated/defaults.ts";
export * from "./generated/enums.ts";
export * from "./generated/fingerprint.ts";
export * from "./generated/frames.ts";
export * from "./generated/models.ts";
export * from "./generated/operations.ts";
export * from "./generated/secrets.ts";
export type { operations as OperationTypes } from "./generated/types.ts";
