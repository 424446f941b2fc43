import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { secretFields } from "../../src/generated/secrets.ts";
import { MASK, Redactor, secretsInBody } from "../../src/internal/redact.ts";

const SENT = 'p"w/0123';

describe("what is redacted", () => {
  it.each([
    // Sent as a secret, wherever it comes back.
    [`no ${SENT}, no`, `no ${MASK}, no`],
    [
      [SENT, { [SENT]: 1 }],
      [MASK, { [MASK]: 1 }],
    ],
    [JSON.stringify({ note: SENT }), `{"note":"${MASK}"}`],
    // A secret field by its name.
    [
      { api_key: "a", name: "b" },
      { api_key: MASK, name: "b" },
    ],
    [{ credentials: { api_secret: ["a", "b"] } }, { credentials: { api_secret: MASK } }],
    [{ password: 5 }, { password: MASK }],
    [{ password: null }, { password: null }],
    [
      { apiKey: "a", "API-Key": "b", key: "c" },
      { apiKey: MASK, "API-Key": MASK, key: "c" },
    ],
    // Within a text.
    ['{"api_key":"a b","n":1}', `{"api_key":"${MASK}","n":1}`],
    ['{"api_key": "a\\"b", "n": 1}', `{"api_key": "${MASK}", "n": 1}`],
    ['{"api_key":"cut in the mid', `{"api_key":"${MASK}"`],
    ['{"body":"{\\"api_key\\":\\"ab\\",\\"n\\":1}"}', `{"body":"{\\"api_key\\":\\"${MASK}\\",\\"n\\":1}"}`],
    ["{'api_key': 'a b', 'n': 1}", `{'api_key': '${MASK}', 'n': 1}`],
    ["APIKey(api_key='a b', n=1)", `APIKey(api_key='${MASK}', n=1)`],
    ["?api_key=ab&n=1", `?api_key=${MASK}&n=1`],
    ["TRADEPOSE_API_KEY=ab other", `TRADEPOSE_API_KEY=${MASK} other`],
    ['{"password": 1234, "n": 1}', `{"password": ${MASK}, "n": 1}`],
    // An entry of a field list about a secret field, as FastAPI writes it and as the contract does.
    [
      { loc: ["body", "credentials", "api_secret"], msg: "too short", type: "string_too_short", input: "ab" },
      { loc: ["body", "credentials", "api_secret"], msg: "too short", type: "string_too_short", input: MASK },
    ],
    [
      { loc: ["body", "credentials"], msg: "wrong", input: { password: "ab", account_id: "1" } },
      { loc: ["body", "credentials"], msg: "wrong", input: { password: MASK, account_id: "1" } },
    ],
    [
      { field: "credentials.passphrase", message: "too long", type: "too_big", value: "ab" },
      { field: "credentials.passphrase", message: "too long", type: "too_big", value: MASK },
    ],
  ])("%j", (given, shown) => {
    expect(new Redactor(() => [SENT]).value(given)).toEqual(shown);
  });

  it.each([
    "password: must not be empty",
    "api_key: Field required",
    "the API key is not valid",
    '{"api_key_id": "k-1"}',
    { field: "strategy_configs[0].name", message: "must not be empty", input: "ab" },
    { loc: ["body", "base_freq"], msg: "unknown", input: "2X" },
    null,
    true,
    5,
  ])("%j stays as it is", (given) => {
    expect(new Redactor(() => [SENT]).value(given)).toEqual(given);
  });

  it("a short secret only where it is a word of its own", () => {
    const redactor = new Redactor(() => ["ab", ""]);
    expect(redactor.text("about 'ab', (ab) and cab")).toBe(`about '${MASK}', (${MASK}) and cab`);
  });

  it("the longest of secrets that begin alike", () => {
    expect(new Redactor(() => ["abcd", "abcdef"]).text("abcdef abcd")).toBe(`${MASK} ${MASK}`);
  });

  it("headers, and cookies with them", () => {
    const headers = new Headers({ "x-echo": `key ${SENT}`, server: "s", "set-cookie": "session=1" });
    expect([...new Redactor(() => [SENT]).headers(headers)]).toEqual([
      ["server", "s"],
      ["x-echo", `key ${MASK}`],
    ]);
  });
});

it("the secrets of a body are its secret fields, with all that is in them", () => {
  const body = {
    name: "n",
    list: [{ credentials: { password: "p", api_key: { parts: ["a", 7] }, api_secret: null } }],
  };
  expect(secretsInBody(body)).toEqual(["p", "a", "7"]);
});

describe("for any JSON", () => {
  const secret = fc.string({ minLength: 8, unit: "binary-ascii" }).map((text) => `#${text}#`);
  const holding = secret.chain((value) =>
    fc.tuple(
      fc.constant(value),
      fc.letrec((tie) => ({
        node: fc.oneof(
          { depthSize: "small" },
          fc
            .record({ name: fc.constantFrom(...secretFields), rest: fc.jsonValue({ maxDepth: 1 }) })
            .map(({ name, rest }) => ({ [name]: value, rest })),
          fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
          fc.record({ detail: tie("node") }),
        ),
      })).node,
    ),
  );

  it("a secret field is not there any more, be it parsed or text", () => {
    fc.assert(
      fc.property(holding, ([value, body]) => {
        const escaped = JSON.stringify(value).slice(1, -1);
        expect(JSON.stringify(new Redactor().value(body))).not.toContain(escaped);
        expect(new Redactor().text(JSON.stringify(body))).not.toContain(escaped);
        expect(new Redactor().text(JSON.stringify(body, null, 2))).not.toContain(escaped);
      }),
    );
  });

  it("what was sent as secret is not there any more, wherever it is echoed", () => {
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        const redactor = new Redactor(() => secretsInBody({ credentials: { password: value } }));
        expect(redactor.text(`${before}${value}${after}`)).not.toContain(value);
        expect(JSON.stringify(redactor.value({ [before]: [value + after] }))).not.toContain(
          JSON.stringify(value).slice(1, -1),
        );
      }),
    );
  });

  it("what has nothing to do with secrets stays as it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const text = JSON.stringify(body);
        fc.pre(![...secretFields].some((name) => text.includes(name)));
        expect(new Redactor().value(JSON.parse(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});
