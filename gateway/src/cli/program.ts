import { Command, InvalidArgumentError, Option } from "commander";
import { Freq } from "tradepose-client/models";
import { version } from "../version.ts";
import type { CreateKeyOptions } from "./create-key.ts";
import type { ImportFilesOptions } from "./import-files.ts";
import type { ServeOptions } from "./serve.ts";

/**
 * The `tradepose-gateway` command. It throws a `CommanderError` instead of ending the process, and loads what a
 * subcommand needs only when that is called: help and wrong options answer at once.
 */
export function createProgram(): Command {
  const program = new Command("tradepose-gateway")
    .exitOverride()
    .description("The TradePose API on your own machine and data.")
    .version(version)
    .showHelpAfterError("(--help shows how it is used)");

  program
    .command("serve")
    .description("Serve the API until SIGTERM or Ctrl-C.")
    .addOption(dataOption())
    .option("--port <port>", "port to listen on; 0 takes any free one", port, 8420)
    .option("--host <address>", "address to bind to", "127.0.0.1")
    .option("--workers <count>", "engine threads (default: one per core less one)", positive)
    .option("--plan <file>", "JSON file with the plan that billing and usage report (default: no limits)")
    .addOption(databaseOption())
    .action(async (options: ServeOptions) => (await import("./serve.ts")).serve(options));

  program
    .command("import")
    .description("Import bars of one instrument from CSV files, all of them or none.")
    .argument("<file...>", "CSV files in order of time")
    .addOption(dataOption())
    .requiredOption("--instrument <symbol>", "symbol under which strategies name it")
    .addOption(
      new Option("--freq <freq>", "frequency of the bars").choices(Object.values(Freq)).makeOptionMandatory(),
    )
    .option("--timezone <zone>", "IANA zone of session days and of times without offset (default: UTC)")
    .option("--session-start <HH:MM>", "local time at which a session day starts (default: 00:00)")
    .option("--replace", "drop the stored bars instead of adding to them", false)
    .action(async (files: string[], options: ImportFilesOptions) =>
      (await import("./import-files.ts")).importFiles(files, options),
    );

  const keys = program.command("keys").description("API keys.");
  keys
    .command("create")
    .description("Make an API key and print it. It is shown this once.")
    .addOption(dataOption())
    .option("--name <name>", "label of the key", "cli")
    .option("--user <user>", "whose key it is; each user sees only their own things", "local")
    .addOption(databaseOption())
    .action(async (options: CreateKeyOptions) => (await import("./create-key.ts")).createKey(options));

  return program;
}

function dataOption(): Option {
  return new Option("--data <folder>", "data folder, made if need be").makeOptionMandatory();
}

function databaseOption(): Option {
  return new Option("--database-url <url>", "PostgreSQL instead of the database in the data folder").env(
    "DATABASE_URL",
  );
}

function port(text: string): number {
  const value = wholeNumber(text);
  if (value > 65_535) throw new InvalidArgumentError("Give a port from 0 to 65535.");
  return value;
}

function positive(text: string): number {
  const value = wholeNumber(text);
  if (value === 0) throw new InvalidArgumentError("Give 1 or more.");
  return value;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Give a whole number.");
  return Number(text);
}
