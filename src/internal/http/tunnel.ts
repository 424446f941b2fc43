import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import type { Socket } from "node:net";
import { CONNECT_TIMEOUT_MS } from "./origin-pool.ts";

/** The code of the error for a proxy that will not do what it is asked for, however often. */
export const PROXY_REFUSED = "PROXY_REFUSED";
/** The code of the error for a proxy that cannot be reached, or cannot reach the origin; nothing was sent there. */
export const PROXY_UNAVAILABLE = "PROXY_UNAVAILABLE";

/**
 * Opens a connection to an origin through a proxy (CONNECT: RFC 9110, 9.3.6). By hand and not by undici's ProxyAgent:
 * that one asks a proxy which hangs up again at once and for ever, so that not even a timer gets its turn.
 */
export function openTunnel(proxy: URL, origin: URL, signal: AbortSignal): Promise<Socket> {
  const target = `${origin.hostname}:${origin.port || (origin.protocol === "https:" ? 443 : 80)}`;
  return new Promise((resolve, reject) => {
    const fail = (code: string, message: string) => {
      clearTimeout(timer);
      reject(Object.assign(new Error(`the proxy ${proxy.host} ${message}`), { code }));
    };
    const request = (proxy.protocol === "https:" ? overHttps : overHttp)({
      method: "CONNECT",
      host: proxy.hostname.replace(/^\[|\]$/g, ""),
      port: proxy.port || (proxy.protocol === "https:" ? 443 : 80),
      path: target,
      headers: { host: target, ...authorization(proxy) },
      agent: false,
      signal,
    });
    const timer = setTimeout(
      () => request.destroy(new Error(`no connection within ${CONNECT_TIMEOUT_MS} ms`)),
      CONNECT_TIMEOUT_MS,
    );
    request.once("error", (error) => fail(PROXY_UNAVAILABLE, `could not be used: ${error.message}`));
    request.once("connect", ({ statusCode = 0 }, socket, head) => {
      if (statusCode >= 200 && statusCode < 300) {
        clearTimeout(timer);
        if (head.length > 0) socket.unshift(head);
        resolve(socket as Socket);
        return;
      }
      socket.destroy();
      if (statusCode === 407) {
        fail(PROXY_REFUSED, "wants a user name and password (407): http://user:password@host:port");
      } else {
        const code = statusCode >= 500 ? PROXY_UNAVAILABLE : PROXY_REFUSED;
        fail(code, `did not connect to ${target}: it answered ${statusCode}`);
      }
    });
    request.end();
  });
}

function authorization({ username, password }: URL): Record<string, string> {
  if (username === "" && password === "") return {};
  const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(plain).toString("base64")}` };
}
