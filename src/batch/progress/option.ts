import { ArgumentError } from "../../errors/argument.ts";
import { barDisplay, linesDisplay, type ProgressDisplay, type ProgressStream } from "./display.ts";

/**
 * How a batch shows its progress: `bar` one line drawn over again, `lines` plain lines, `auto` the bar in a terminal
 * and lines elsewhere, `silent` nothing; a function is called with every change. Texts go to standard error.
 */
export type ProgressOption = "auto" | "bar" | "lines" | "silent" | ProgressDisplay;

/** @throws ArgumentError for anything else. */
export function progressDisplay(
  option: ProgressOption,
  stream: ProgressStream = process.stderr,
): ProgressDisplay | undefined {
  if (typeof option === "function") return option;
  switch (option) {
    case "auto":
      return stream.isTTY ? barDisplay(stream) : linesDisplay(stream);
    case "bar":
      return barDisplay(stream);
    case "lines":
      return linesDisplay(stream);
    case "silent":
      return undefined;
    default:
      throw new ArgumentError(
        `progress must be "auto", "bar", "lines", "silent" or a function, got ${JSON.stringify(option)}`,
      );
  }
}
