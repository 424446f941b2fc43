import type { OperationId, OperationTypes } from "tradepose-client/models";

/** Who sends a request. */
export interface Caller {
  readonly userId: string;
}

type Success = 200 | 201 | 202 | 204;
type Responses<Id extends OperationId> = OperationTypes[Id]["responses"];

/** Bytes where the contract says binary, else the JSON type of the contract. */
type BodyOf<Response> = Response extends { content: infer Content }
  ? Content extends { "application/json": infer Json }
    ? Json
    : Uint8Array
  : undefined;

/** A successful answer that the contract allows for the operation. */
export type Reply<Id extends OperationId> = {
  [Status in keyof Responses<Id> & Success]: {
    readonly status: Status;
    readonly body: BodyOf<Responses<Id>[Status]>;
  };
}[keyof Responses<Id> & Success];

/** A request that fits the contract: what a handler gets to see. */
export interface Incoming<Id extends OperationId> {
  readonly caller: Caller;
  readonly path: Given<OperationTypes[Id]["parameters"]["path"]>;
  readonly query: Given<OperationTypes[Id]["parameters"]["query"]>;
  readonly body: OperationTypes[Id] extends { requestBody: { content: { "application/json": infer Body } } }
    ? Body
    : undefined;
}

type Given<Parameters> = [Exclude<Parameters, undefined>] extends [never]
  ? unknown
  : Exclude<Parameters, undefined>;

export type Handler<Id extends OperationId> = (request: Incoming<Id>) => Promise<Reply<Id>>;

/** One handler for each of these operations. */
export type Handlers<Id extends OperationId = OperationId> = { readonly [Each in Id]: Handler<Each> };
