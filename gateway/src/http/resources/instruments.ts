import type { Handlers } from "../handler.ts";
import { notFound } from "../http-error.ts";
import type { Services } from "../services.ts";

const defaultLimit = 100;

export function instrumentHandlers({
  catalogue,
}: Services): Handlers<"instruments.list" | "instruments.get"> {
  return {
    "instruments.list": async ({ query }) => {
      const limit = query.limit ?? defaultLimit;
      const offset = query.offset ?? 0;
      const { instruments, total } = await catalogue.instruments({ ...query, limit, offset });
      return {
        status: 200,
        body: { instruments: [...instruments], count: instruments.length, total, limit, offset },
      };
    },

    "instruments.get": async ({ path }) => {
      const instrument = await catalogue.instrument(path.instrument_id);
      if (instrument === undefined) throw notFound(`Instrument ${path.instrument_id}`);
      return { status: 200, body: instrument };
    },
  };
}
