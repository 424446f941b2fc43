import type { Handlers } from "../handler.ts";
import type { Services } from "../services.ts";

export function healthHandlers({ health }: Services): Handlers<"health.get"> {
  return {
    "health.get": async () => ({ status: 200, body: health }),
  };
}
