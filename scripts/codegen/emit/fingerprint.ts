import type { Contract } from "../ir.ts";
import { documented, type GeneratedFile, sourceFile } from "../source-file.ts";

/** `fingerprint.ts`: which contract the generated code was written from. */
export function emitFingerprint({ fingerprint, version }: Contract): GeneratedFile {
  return sourceFile(
    "fingerprint.ts",
    [],
    [
      documented(
        "SHA-256 over the documents of the contract, in hexadecimal.",
        `export const contractFingerprint = ${JSON.stringify(fingerprint)};`,
      ),
      documented(
        "Version that the contract gives itself.",
        `export const contractVersion = ${JSON.stringify(version)};`,
      ),
    ],
  );
}
