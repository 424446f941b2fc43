import type { FailedRequest } from "../errors/request.ts";
import type {
  ApiPromise,
  Operation,
  OperationInput,
  RequestOptions,
  Transport,
} from "../generated/transport.ts";
import type { BoundedResponse } from "./bounded-response.ts";
import type { Redactor } from "./redact.ts";

/**
 * Takes the body of a successful answer. It runs once per attempt, within the attempt's timeout: a connection that
 * breaks while it reads is retried, and so it starts over. An error of this package ends the call. What it tells of
 * the body goes through the redactor.
 */
export type ReadAnswer<T> = (
  response: BoundedResponse,
  request: FailedRequest,
  redactor: Redactor,
) => Promise<T>;

/** A transport that can also hand over the body as it arrives. */
export interface StreamingTransport extends Transport {
  /** Sends an operation and lets `read` take the body instead of decoding it. */
  receive<T>(
    operation: Operation,
    input: OperationInput,
    read: ReadAnswer<T>,
    options?: RequestOptions,
  ): ApiPromise<T>;
}
