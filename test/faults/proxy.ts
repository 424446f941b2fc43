import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Plays to one connection that a client makes to the proxy. */
export type ProxyPlay = (client: Socket, proxy: FaultProxy) => void | Promise<void>;

/** A real HTTP proxy that plays a script, one step per connection; the last step repeats. */
export class FaultProxy implements AsyncDisposable {
  readonly url: string;
  /** What tunnels were asked for, as their request says it: its lines. */
  readonly asked: string[][] = [];
  arrivals = 0;
  readonly #server;
  readonly #sockets: Set<Socket>;

  private constructor(server: ReturnType<typeof createServer>, sockets: Set<Socket>) {
    this.#server = server;
    this.#sockets = sockets;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(...script: readonly ProxyPlay[]): Promise<FaultProxy> {
    const sockets = new Set<Socket>();
    let running: FaultProxy | undefined;
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => {});
      if (running !== undefined)
        void script[Math.min(running.arrivals++, script.length - 1)]?.(socket, running);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    running = new FaultProxy(server, sockets);
    return running;
  }

  /** Reads what is asked for. */
  async read(client: Socket): Promise<readonly string[]> {
    const [head] = (await once(client, "data")) as [Buffer];
    const lines = head.toString().trimEnd().split("\r\n");
    this.asked.push(lines);
    return lines;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

export const resets: ProxyPlay = (client) => void client.resetAndDestroy();

/** What the client sends is taken and not looked at, so that the connection can end. */
export const hangsUp: ProxyPlay = (client) => void client.resume().end();

export const saysNothing: ProxyPlay = (client) => void client.resume();

export const resetsWhenAsked: ProxyPlay = async (client, proxy) => {
  await proxy.read(client);
  client.resetAndDestroy();
};

export const hangsUpWhenAsked: ProxyPlay = async (client, proxy) => {
  await proxy.read(client);
  client.end();
};

/** Answers what it was asked for with these lines. */
export function answers(...lines: readonly string[]): ProxyPlay {
  return async (client, proxy) => {
    await proxy.read(client);
    client.end(`${lines.join("\r\n")}\r\n\r\n`);
  };
}

/** Connects, whatever the name of the host is, to that port of this machine. */
export const tunnels: ProxyPlay = async (client, proxy) => {
  await dial(client, proxy);
};

/** The same as a SOCKS5 proxy (RFC 1928) that wants no password. */
export const socks: ProxyPlay = async (client) => {
  await once(client, "data");
  client.write(Uint8Array.from([5, 0]));
  const [request] = (await once(client, "data")) as [Buffer];
  await join(
    client,
    request.readUInt16BE(request.length - 2),
    Uint8Array.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]),
  );
};

/** Connects, and breaks the connection as soon as the origin has answered. */
export const breaksTunnel: ProxyPlay = async (client, proxy) => {
  const origin = await dial(client, proxy);
  let received = 0;
  origin.on("data", ({ length }: Buffer) => {
    received += length;
    // Later than any handshake.
    if (received > 4_000) client.resetAndDestroy();
  });
};

async function dial(client: Socket, proxy: FaultProxy): Promise<Socket> {
  const [request = ""] = await proxy.read(client);
  const port = Number(/:(\d+) /.exec(request)?.[1]);
  return join(client, port, "HTTP/1.1 200 Connection established\r\n\r\n");
}

async function join(client: Socket, port: number, welcome: string | Uint8Array): Promise<Socket> {
  const origin = connect({ port, host: "127.0.0.1", noDelay: true });
  origin.on("error", () => client.destroy());
  client.on("error", () => origin.destroy());
  client.on("close", () => origin.destroy());
  await once(origin, "connect");
  client.write(welcome);
  origin.pipe(client).pipe(origin);
  return origin;
}
