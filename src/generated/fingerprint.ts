// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

/** SHA-256 over the documents of the contract, in hexadecimal. */
export const contractFingerprint = "9c8d2a8e18d95bdf929af033cc382e05f030c6123d3d629532bef0be4db839ac";

/** Version that the contract gives itself. */
export const contractVersion = "1.0.0";
