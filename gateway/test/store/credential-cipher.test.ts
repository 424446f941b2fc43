import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import type { BrokerCredentials } from "tradepose-client/models";
import { describe, expect, it } from "vitest";
import { CredentialCipher } from "../../src/store/credential-cipher.ts";

const account = "5b0c0f6e-2f7c-4f3e-9d3f-6d1b8a8f4a11";
const text = fc.option(fc.string({ unit: "grapheme" }));
const credentials: fc.Arbitrary<BrokerCredentials> = fc.record(
  {
    api_key: text,
    api_secret: text,
    password: text,
    extra_config: fc.dictionary(fc.constantFrom("server", "port"), fc.jsonValue()),
  },
  { requiredKeys: [] },
);

describe("the credentials of an account", () => {
  const cipher = new CredentialCipher(randomBytes(32));

  it("come back as they were", () => {
    fc.assert(
      fc.property(credentials, fc.uuid(), (given, id) => {
        const asJson = JSON.parse(JSON.stringify(given)) as unknown;
        expect(cipher.open(cipher.seal(given, id), id)).toEqual(asJson);
      }),
    );
  });

  it("come back for the same id in capitals", () => {
    const sealed = cipher.seal({ password: "secret" }, account.toUpperCase());
    expect(cipher.open(sealed, account)).toEqual({ password: "secret" });
  });

  it("are encrypted, and differently each time", () => {
    const seal = () => Buffer.from(cipher.seal({ password: "correct horse" }, account));
    expect(seal().includes("correct")).toBe(false);
    expect(new Set(Array.from({ length: 100 }, () => seal().toString("hex"))).size).toBe(100);
  });

  it("do not open for another account or with another key", () => {
    const sealed = cipher.seal({ password: "secret" }, account);
    expect(() => cipher.open(sealed, randomUUID())).toThrow();
    expect(() => new CredentialCipher(randomBytes(32)).open(sealed, account)).toThrow();
  });

  it("do not open once a bit of them was changed or their end is missing", () => {
    const sealed = cipher.seal({ password: "secret" }, account);
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Uint8Array.from(sealed);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => cipher.open(changed, account)).toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), (length) => {
        expect(() => cipher.open(sealed.subarray(0, length), account)).toThrow();
      }),
    );
  });

  it.each([0, 16, 31, 33])("need a key of 32 bytes, not %i", (length) => {
    expect(() => new CredentialCipher(randomBytes(length))).toThrow(RangeError);
  });
});
