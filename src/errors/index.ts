export { ArgumentError } from "./argument.ts";
export { TradePoseError, type TradePoseErrorDetails } from "./base.ts";
export { BatchFailedError } from "./batch.ts";
export { TradePoseConfigError } from "./config.ts";
export {
  AuthenticationError,
  AuthorizationError,
  type BrokenRequest,
  DeadlineError,
  type FailedRequest,
  type FailedResponse,
  type FieldProblem,
  InvalidResponseError,
  NetworkError,
  RateLimitError,
  RequestTimeoutError,
  ResourceNotFoundError,
  ServerError,
  TradePoseAPIError,
  ValidationError,
} from "./request.ts";
export { type BinaryKind, SchemaValidationError, SerializationError } from "./serialization.ts";
export {
  TaskCancelledError,
  TaskError,
  TaskFailedError,
  TaskStatusError,
  TaskTimeoutError,
} from "./task.ts";
