/** What every event of a call tells. */
export interface CallEvent {
  /** Name of the endpoint in the contract, for example `strategies.create`. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

export interface RequestEvent extends CallEvent {
  /** Headers about to be sent, open to changes. Credentials are not among them. */
  readonly headers: Headers;
}

export interface ResponseEvent extends CallEvent {
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string | null;
  /** Milliseconds from sending to the headers of the answer. */
  readonly duration: number;
}

export interface RetryEvent extends CallEvent {
  /** What the attempt failed with. */
  readonly error: Error;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/** Called as things happen. What a hook throws ends the call, unchanged and without a retry. */
export interface Hooks {
  /** Before every attempt. A promise is waited for. */
  readonly onRequest?: ((event: RequestEvent) => void | Promise<void>) | undefined;
  /** When an answer arrives, whatever its status. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Before the wait that leads to another attempt. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
}
