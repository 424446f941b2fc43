import type { SlotResponse } from "tradepose-client/models";
import { findAccount } from "../../store/accounts.ts";
import {
  bindSlot,
  findSlot,
  listSlots,
  type SlotPlace,
  type SlotRow,
  unbindSlot,
} from "../../store/slots.ts";
import type { Handlers } from "../handler.ts";
import { HttpError, notFound } from "../http-error.ts";
import type { Services } from "../services.ts";

export function slotHandlers({
  database,
}: Services): Handlers<"slots.list" | "slots.get" | "slots.bind" | "slots.unbind"> {
  const { queries } = database;
  return {
    "slots.list": async ({ caller }) => {
      const rows = await listSlots(queries, caller.userId);
      return { status: 200, body: { slots: rows.map(toResponse), total: rows.length } };
    },

    "slots.get": async ({ caller, path }) => {
      const row = await findSlot(queries, caller.userId, path);
      if (row === undefined) throw notFound(nameOf(path));
      return { status: 200, body: toResponse(row) };
    },

    "slots.bind": async ({ caller, path, body }) => {
      const account = await findAccount(queries, caller.userId, body.account_id);
      if (account === undefined) throw notFound(`Account ${body.account_id}`);
      const row = await bindSlot(queries, caller.userId, path, account.id);
      if (row === "gone") throw notFound(`Account ${body.account_id}`);
      if (row === "occupied") {
        throw new HttpError(409, `${nameOf(path)} holds another account. Unbind that one first.`);
      }
      return { status: 200, body: toResponse(row) };
    },

    "slots.unbind": async ({ caller, path }) => {
      const row = await unbindSlot(queries, caller.userId, path);
      if (row === undefined) throw notFound(nameOf(path));
      return { status: 200, body: toResponse(row) };
    },
  };
}

function nameOf({ node_seq: node, slot_idx: slot }: SlotPlace): string {
  return `Slot ${slot} of node ${node}`;
}

function toResponse(row: SlotRow): SlotResponse {
  const { bound_at: boundAt, created_at: createdAt, updated_at: updatedAt, ...rest } = row;
  return {
    ...rest,
    bound_at: boundAt?.toISOString() ?? null,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}
