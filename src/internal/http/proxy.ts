import { TradePoseConfigError } from "../../errors/config.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for an address, from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` in lower or upper case, as
 * other programs read them; undefined for a direct connection. The own machine is never asked for through a proxy.
 *
 * @throws TradePoseConfigError when the variable holds no such address. It is not shown: it may hold a password.
 */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const read = (name: string) => environment[name.toLowerCase()] || environment[name] || undefined;
  const variable = [url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY", "ALL_PROXY"].find(read);
  if (variable === undefined || isLoopback(url.hostname) || isExempt(url, read("NO_PROXY") ?? ""))
    return undefined;
  const text = read(variable) ?? "";
  const address = text.includes("://") ? text : `http://${text}`;
  if (!URL.canParse(address) || !SCHEMES.test(address)) {
    throw new TradePoseConfigError(
      `${variable} must be the address of a proxy: http://host:port, https:// or socks5://`,
      { variable },
    );
  }
  return new URL(address);
}

const SCHEMES = /^(https?|socks5?):/i;

function isLoopback(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || host.startsWith("127.");
}

/** Entries are `*`, a host with its subdomains (a leading dot or `*.` changes nothing), each with or without a port. */
function isExempt(url: URL, list: string): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*") return true;
      const [, name = "", wanted] = /^(.*?)(?::(\d+))?$/.exec(entry.replace(/^\*?\./, "")) ?? [];
      if (wanted !== undefined && wanted !== port) return false;
      return url.hostname === name || url.hostname.endsWith(`.${name}`);
    });
}
