import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GatewayError } from "../foundation/errors.ts";
import { keyBytes } from "./credential-cipher.ts";

/** Environment variable of the key; wins over the file. */
export const keyVariable = "TRADEPOSE_CREDENTIALS_KEY";

const fileName = "credentials.key";
const hexKey = new RegExp(`^[0-9a-f]{${keyBytes * 2}}$`, "i");

/**
 * The key that encrypts the credentials of accounts: the given one, else that of `credentials.key` in the data folder,
 * which is made on first use and which only its owner may read.
 *
 * @param given 64 hexadecimal digits
 * @throws GatewayError `GATEWAY_CREDENTIALS_KEY` when the key is none or others may read its file.
 */
export async function loadCredentialKey(dataDir: string, given: string | undefined): Promise<Uint8Array> {
  if (given !== undefined && given !== "") return parse(given, keyVariable);
  const path = join(dataDir, fileName);
  try {
    await mkdir(dataDir, { recursive: true });
    const text = (await read(path)) ?? (await generate(path));
    await refuseShared(path);
    return parse(text, path);
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    throw unusable(`The file ${path} cannot be used: ${(error as Error).message}.`, error);
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** The file appears complete or not at all; of several who make it at once, all get the key of the first. */
async function generate(path: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`;
  try {
    const text = `${randomBytes(keyBytes).toString("hex")}\n`;
    await writeFile(draft, text, { flag: "wx", mode: 0o600, flush: true });
    await link(draft, path);
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return await readFile(path, "utf8");
  } finally {
    await rm(draft, { force: true });
  }
}

async function refuseShared(path: string): Promise<void> {
  // Windows has no such modes.
  if (process.platform === "win32") return;
  const mode = (await stat(path)).mode & 0o777;
  if ((mode & 0o077) === 0) return;
  throw unusable(`Others may read ${path} (mode ${mode.toString(8)}): run chmod 600 on it.`);
}

/** Never says what it was given. */
function parse(text: string, from: string): Uint8Array {
  const key = text.trim();
  if (hexKey.test(key)) return Buffer.from(key, "hex");
  throw unusable(
    `${from} holds no key: give ${keyBytes * 2} hexadecimal digits, as \`openssl rand -hex ${keyBytes}\` prints them.`,
  );
}

function unusable(message: string, cause?: unknown): GatewayError {
  return new GatewayError("GATEWAY_CREDENTIALS_KEY", message, { cause });
}
