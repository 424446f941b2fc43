// The other end of types-thread.ts. JavaScript, for a thread has no TypeScript loader in every node we support; CommonJS,
// for what an ES module imports node reads once more in search of names, and here that is 9 MB of compiler.
const { parentPort } = require("node:worker_threads");
const { astToString, default: openapiTS } = require("openapi-typescript");

parentPort.on("message", async ({ document, options, reply }) => {
  try {
    reply.postMessage({ text: astToString(await openapiTS(document, options)) });
  } catch (error) {
    reply.postMessage({ error });
  }
});
