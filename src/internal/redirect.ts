import { secretHeaders } from "./auth.ts";
import type { HttpFetch } from "./fetch.ts";

const MAX_REDIRECTS = 5;

/** A redirect that is not followed. Asking again would only lead there again. */
export class RefusedRedirect extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/**
 * Follows redirects by hand. The standard fetch drops `Authorization` when a redirect leaves the origin, but would
 * take `X-API-Key` along to a foreign server.
 */
export function followRedirects(fetch: HttpFetch): HttpFetch {
  return async (url, init) => {
    let target = url;
    let request = init;
    for (let hop = 0; ; hop++) {
      const response = await fetch(target, request);
      const location = response.headers.get("location");
      if (!isRedirect(response.status) || location === null) return response;
      await response.body?.cancel();
      if (!URL.canParse(location, target)) {
        throw new RefusedRedirect("a redirect to what is no address", response.status);
      }
      const next = new URL(location, target);
      if (hop === MAX_REDIRECTS) {
        throw new RefusedRedirect(
          `more than ${MAX_REDIRECTS} redirects, the last to ${next.origin}`,
          response.status,
        );
      }
      const current = new URL(target);
      if (next.protocol !== "https:" && next.protocol !== "http:") {
        throw new RefusedRedirect(`a redirect to ${next.protocol}`, response.status);
      }
      if (current.protocol === "https:" && next.protocol !== "https:") {
        throw new RefusedRedirect(`a redirect from https to ${next.protocol}//${next.host}`, response.status);
      }
      const headers = new Headers(request.headers);
      if (next.origin !== current.origin) for (const name of secretHeaders) headers.delete(name);
      request = { ...request, headers };
      if (response.status === 303 || (response.status < 303 && request.method === "POST")) {
        headers.delete("content-type");
        request = { ...request, method: "GET", body: null };
      }
      target = next.href;
    }
  };
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}
