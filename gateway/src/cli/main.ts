import { CommanderError } from "commander";
import { createProgram } from "./program.ts";

/**
 * Runs the command line and gives the exit code. What its user can mend (an error with a code of ours) is told in a
 * sentence; anything else is a defect and shows where it happened.
 *
 * @param argv as in `process.argv`
 */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(argv);
    return 0;
  } catch (error) {
    // Commander has said what is wrong already, or was asked for help.
    if (error instanceof CommanderError) return error.exitCode;
    console.error(isForTheUser(error) ? `error: ${error.message} [${error.code}]` : error);
    return 1;
  }
}

/** By name: importing the classes would load everything for a command that only shows its help. */
function isForTheUser(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && ["GatewayError", "MarketDataError", "BarFileError"].includes(error.name);
}
