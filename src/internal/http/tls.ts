import { isIP, type Socket } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import { CONNECT_TIMEOUT_MS, type ConnectOptions } from "./origin-pool.ts";
import { openTunnel } from "./tunnel.ts";

export type Protocol = "h2" | "http/1.1";

const KEEP_ALIVE_MS = 60_000;

/**
 * Opens a TLS connection that offers the given protocols (ALPN); `socket.alpnProtocol` says which one was agreed. It
 * does not hold the process until its user asks for that (`ref`).
 */
export async function connectTls(
  origin: URL,
  protocols: readonly Protocol[],
  options: ConnectOptions,
): Promise<TLSSocket> {
  const { proxy, signal } = options;
  const tunnel = proxy && (await openTunnel(proxy, origin, signal));
  return handshake(origin, protocols, options, tunnel);
}

function handshake(
  origin: URL,
  protocols: readonly Protocol[],
  { ca, signal }: ConnectOptions,
  tunnel: Socket | undefined,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const host = origin.hostname.replace(/^\[|\]$/g, "");
    const socket = connect({
      ...(tunnel !== undefined && { socket: tunnel }),
      host,
      port: origin.port === "" ? 443 : Number(origin.port),
      ALPNProtocols: [...protocols],
      ...(isIP(host) === 0 && { servername: host }),
      ...(ca !== undefined && { ca }),
    });
    socket.setNoDelay(true);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    const timer = setTimeout(
      () =>
        socket.destroy(
          Object.assign(new Error(`no connection to ${origin.host} within ${CONNECT_TIMEOUT_MS} ms`), {
            code: "UND_ERR_CONNECT_TIMEOUT",
          }),
        ),
      CONNECT_TIMEOUT_MS,
    );
    const giveUp = () => socket.destroy(new Error("the client was closed"));
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", giveUp);
    };
    // It stays: an error before somebody uses the connection must not end the process.
    socket.on("error", reject);
    socket.once("close", settle);
    socket.once("secureConnect", () => {
      settle();
      socket.unref();
      resolve(socket);
    });
  });
}
