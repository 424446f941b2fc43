/** Stable codes of the errors that keep a gateway from starting or working. */
export type GatewayErrorCode =
  | "GATEWAY_PORT_IN_USE"
  | "GATEWAY_ADDRESS"
  | "GATEWAY_DATA_DIR"
  | "GATEWAY_DATA_LOCKED"
  | "GATEWAY_DATABASE"
  | "GATEWAY_PLAN"
  | "GATEWAY_CREDENTIALS_KEY";

/** What went wrong with the gateway itself: `code` for programs, `message` says what to do. */
export class GatewayError extends Error {
  readonly code: GatewayErrorCode;

  constructor(code: GatewayErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "GatewayError";
    this.code = code;
  }
}
