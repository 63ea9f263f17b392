/** The cookies of one program: by host, without lifetimes, since a jar lives for one run. */
export interface CookieJar {
  keep(host: string, setCookies: readonly string[]): void;
  /** The `Cookie` header for a host and path; empty where there is none. */
  header(host: string, path: string): string;
}

export function createCookieJar(): CookieJar {
  const hosts = new Map<string, Map<string, { readonly pair: string; readonly path: string }>>();
  return {
    keep(host, setCookies) {
      const cookies = hosts.get(host) ?? new Map();
      hosts.set(host, cookies);
      for (const line of setCookies) {
        const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
        const name = pair.slice(0, pair.indexOf('='));
        const path = attributeOf(attributes, 'path') ?? '/';
        if (isExpired(attributes)) cookies.delete(name);
        else cookies.set(name, { pair, path });
      }
    },
    header(host, path) {
      const cookies = [...(hosts.get(host)?.values() ?? [])];
      return cookies
        .filter((one) => path.startsWith(one.path))
        .map((one) => one.pair)
        .join('; ');
    },
  };
}

function attributeOf(attributes: readonly string[], name: string): string | undefined {
  const found = attributes.find((one) => one.toLowerCase().startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

function isExpired(attributes: readonly string[]): boolean {
  const expires = attributeOf(attributes, 'expires');
  return (
    attributeOf(attributes, 'max-age') === '0' || (expires !== undefined && new Date(expires).getTime() < 86_400_000)
  );
}
