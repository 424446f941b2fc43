import { readFileSync } from "node:fs";

/** A certificate for localhost, 127.0.0.1 and gateway.invalid with its key, made for these tests. */
export const cert = readFileSync(new URL("fixtures/certificate.pem", import.meta.url), "utf8");
export const key = readFileSync(new URL("fixtures/key.pem", import.meta.url), "utf8");
