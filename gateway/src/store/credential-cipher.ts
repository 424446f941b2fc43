import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import type { BrokerCredentials } from "tradepose-client/models";

const algorithm = "aes-256-gcm";
/** The length for which GCM is defined without a further hash; drawn at random for every sealing. */
const nonceBytes = 12;
const tagBytes = 16;

/** Bytes of a key. */
export const keyBytes = 32;

/**
 * Encrypts the credentials of accounts: AES-256-GCM, laid out as nonce (12 bytes), ciphertext, tag (16 bytes). The id
 * of the account is authenticated with them, so that they cannot be moved to another account.
 */
export class CredentialCipher {
  readonly #key: KeyObject;

  /** @throws RangeError when the key has not 32 bytes. */
  constructor(key: Uint8Array) {
    if (key.length !== keyBytes) throw new RangeError(`the key has ${key.length} bytes; give ${keyBytes}`);
    this.#key = createSecretKey(key);
  }

  seal(credentials: BrokerCredentials, accountId: string): Uint8Array {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.#key, nonce, { authTagLength: tagBytes });
    cipher.setAAD(authenticated(accountId));
    const text = cipher.update(JSON.stringify(credentials), "utf8");
    return Buffer.concat([nonce, text, cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws Error when they were sealed with another key or for another account, or were changed since. */
  open(sealed: Uint8Array, accountId: string): BrokerCredentials {
    const nonce = sealed.subarray(0, nonceBytes);
    const decipher = createDecipheriv(algorithm, this.#key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(authenticated(accountId));
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    const text = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
    // What `seal` has written, which the tag proves.
    return JSON.parse(Buffer.concat([text, decipher.final()]).toString("utf8")) as BrokerCredentials;
  }
}

/** A UUID means the same in capitals. */
function authenticated(accountId: string): Buffer {
  return Buffer.from(accountId.toLowerCase());
}
