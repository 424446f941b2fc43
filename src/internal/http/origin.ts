import { http1Pool, socksPool } from "./http1.ts";
import { Http2Pool } from "./http2.ts";
import type { ConnectOptions, OriginPool } from "./origin-pool.ts";
import { connectTls } from "./tls.ts";

/** The code of the error for an origin that no longer speaks what it spoke before; nothing was sent. */
export const PROTOCOL_CHANGED = "PROTOCOL_CHANGED";

/**
 * The pool for what an origin speaks: one handshake asks for HTTP/2, and its connection becomes the pool's first.
 * Without TLS, and through a proxy, it is HTTP/1.1. One pool for both would starve HTTP/1.1 or spread HTTP/2 over a hundred connections.
 *
 * @param onProtocolChange Called when a later connection agrees on something else, so that the origin is asked anew.
 */
export async function openOrigin(
  origin: URL,
  options: ConnectOptions,
  onProtocolChange: () => void,
): Promise<OriginPool> {
  const { proxy } = options;
  if (proxy?.protocol.startsWith("socks")) return socksPool(proxy, options);
  // Node's HTTP/2 does not notice when the tunnel under it breaks.
  if (proxy !== undefined || origin.protocol !== "https:") return http1Pool(origin, options);
  const first = await connectTls(origin, ["h2", "http/1.1"], options);
  if (first.alpnProtocol !== "h2") return http1Pool(origin, options, first);
  const open = async () => {
    const socket = await connectTls(origin, ["h2", "http/1.1"], options);
    if (socket.alpnProtocol === "h2") return socket;
    socket.destroy();
    onProtocolChange();
    throw Object.assign(new Error(`${origin.host} no longer speaks HTTP/2`), { code: PROTOCOL_CHANGED });
  };
  return new Http2Pool(origin, open, first);
}
