/**
 * Builds a strategy in a page of Chromium from the built package and compares its JSON with Node's: the builder and the
 * expressions bundle for the browser and run there. Needs `npm run build` first and Chromium: `npm run test:browser`.
 * CHROMIUM names the executable. Without one this says so and passes, except where CI is set.
 */
import { deepStrictEqual } from "node:assert";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { bundle } from "./bundle.ts";
import { answers } from "./program.ts";

let passed = 0;
function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(`browser: ${what}`);
  passed++;
}

const { CHROMIUM } = process.env;
const places = CHROMIUM === undefined ? ["/usr/bin/chromium", "/usr/bin/chromium-browser"] : [CHROMIUM];
const executablePath = places.find((path) => existsSync(path));
const flags = [
  ...["--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

async function checkBundles(): Promise<string> {
  const refused = await bundle('export * from "tradepose-client/client"').then(
    () => "",
    (error: Error) => error.message,
  );
  check(/Could not resolve "node:/.test(refused), `a bundle with Node modules was not refused: ${refused}`);

  const { text, inputs } = await bundle('export * from "./program.ts"');
  const foreign = inputs.filter((path) => !/^(dist|test\/browser)\/|^<stdin>$/.test(path));
  check(foreign.length === 0, `the bundle holds more than the built package: ${foreign.join(", ")}`);
  return text;
}

async function answersOfPage(executable: string, script: string): Promise<unknown> {
  const browser = await chromium.launch({ executablePath: executable, args: flags });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => complaints.push(message.text()));
    await page.addScriptTag({ content: script });
    const inPage = await page.evaluate("bundled.answers()");
    check(complaints.length === 0, `the page said: ${complaints.join("\n")}`);
    console.log(`Chromium ${browser.version()}`);
    return inPage;
  } finally {
    await browser.close();
  }
}

const script = await checkBundles();
if (executablePath === undefined) {
  console.error(`NOT RUN in a browser: no Chromium at ${places.join(" or ")}`);
  console.error("Give its path in CHROMIUM, or: apt-get install -y --no-install-recommends chromium");
  if (process.env.CI !== undefined) process.exitCode = 1;
} else {
  const inPage = await answersOfPage(executablePath, script);
  const here = answers();
  check(here.readBack === true, "an expression does not read back as it was written");
  check(String(here.warnings).length > 0, "lint has nothing to say of a look-ahead");
  deepStrictEqual(inPage, here);
  passed++;
  console.log(`${passed} passed, 0 failed`);
}
