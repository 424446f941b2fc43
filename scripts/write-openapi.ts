/** Writes the contract as one JSON document, for `tradepose-client/openapi.json`: a part of `npm run build`. */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { loadContract } from "./codegen/load.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const documents = ["models.yaml", "gateway.yaml"].map((name) => `${root}openapi/${name}`);
const { document } = await loadContract(documents);
await writeFile(process.argv[2] ?? `${root}dist/openapi.json`, `${JSON.stringify(document, null, 2)}\n`);
