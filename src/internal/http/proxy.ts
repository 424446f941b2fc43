type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for an address, from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` in lower or upper case, as
 * other programs read them; undefined for a direct connection. The own machine is never asked for through a proxy.
 */
export function proxyFor(url: URL, environment: Environment): string | undefined {
  const read = (name: string) => environment[name.toLowerCase()] || environment[name] || undefined;
  const proxy = read(url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY") ?? read("ALL_PROXY");
  if (proxy === undefined || isLoopback(url.hostname) || isExempt(url, read("NO_PROXY") ?? ""))
    return undefined;
  return proxy.includes("://") ? proxy : `http://${proxy}`;
}

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
