import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { GatewayError } from "../foundation/errors.ts";

/**
 * Binds the application to an address and gives its URL.
 *
 * @param port 0 takes any free port
 * @throws GatewayError `GATEWAY_PORT_IN_USE`, or `GATEWAY_ADDRESS` for an address this machine does not have.
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw asGatewayError(error as NodeJS.ErrnoException, host, port);
  }
  const { address, family, port: bound } = app.server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${bound}`;
}

function asGatewayError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new GatewayError(
        "GATEWAY_PORT_IN_USE",
        `Port ${port} on ${host} is in use. Stop the program that uses it, or choose another port (0 takes any free one).`,
        { cause: error },
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EACCES":
    case "ERR_SOCKET_BAD_PORT":
      return new GatewayError(
        "GATEWAY_ADDRESS",
        `The gateway cannot listen on ${host}:${port}: ${error.message}.`,
        {
          cause: error,
        },
      );
    default:
      return error;
  }
}
