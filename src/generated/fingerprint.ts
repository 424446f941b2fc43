// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

/** SHA-256 over the documents of the contract, in hexadecimal. */
export const contractFingerprint = "e704071913acba328173d890f1316ea119ab72d6d1a084071f6ff73c2297d3c1";

/** Version that the contract gives itself. */
export const contractVersion = "1.0.0";
