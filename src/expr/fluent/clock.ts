import type { ExprTypeError } from "../kinds.ts";

type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type Hour = `${"0" | "1"}${Digit}` | `2${"0" | "1" | "2" | "3"}`;
/** Minutes or seconds. */
type Sixtieth = `${"0" | "1" | "2" | "3" | "4" | "5"}${Digit}`;

/** Whether the text is `HH:MM`, `HH:MM:SS` or that with a fraction. */
type IsClock<C extends string> = C extends `${Hour}:${infer Rest}`
  ? Rest extends Sixtieth
    ? true
    : Rest extends `${Sixtieth}:${infer Seconds}`
      ? Seconds extends Sixtieth | `${Sixtieth}.${number}`
        ? true
        : false
      : false
  : false;

/** Refuses a text that is no time of day where the compiler can see it; any other text is checked when it is used. */
export type ClockText<C extends string> = string extends C
  ? unknown
  : IsClock<C> extends false
    ? ExprTypeError<`"${C}" is no time of day: write it as 09:30 or 09:30:15, up to 23:59:59`>
    : unknown;
