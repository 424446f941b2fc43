import type { ApiPromise, ResponseInfo } from "../generated/transport.ts";

/** A decoded body beside what came with it. */
export interface Answer<T> {
  readonly data: T;
  readonly response: ResponseInfo;
}

/** A promise of the body that also offers the whole answer. */
export function apiPromise<T>(answer: Promise<Answer<T>>): ApiPromise<T> {
  const data = answer.then((it) => it.data);
  return Object.assign(data, {
    withResponse() {
      // The caller now holds the other promise; a failure is reported there, once.
      data.catch(() => {});
      return answer;
    },
  });
}
