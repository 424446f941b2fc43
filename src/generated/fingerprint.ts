// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

/** SHA-256 over the documents of the contract, in hexadecimal. */
export const contractFingerprint = "b0002e1ea8239fc5e8796e97907e81b215e9c6d27c2ba882055a311c499d3972";

/** Version that the contract gives itself. */
export const contractVersion = "1.0.0";
