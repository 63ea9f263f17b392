import type { PackageSource } from '../source/package-source.ts';

/** Where a reference leads; `troubles` are ours, not the profiles'. */
export interface Resolved {
  /** The file in the package, where there is one. */
  readonly path?: string;
  /** Where there is none: the one file whose name differs by case alone, which is likely to be meant. */
  readonly nearPath?: string;
  readonly troubles: readonly HrefTrouble[];
  /** It leads to another machine, so that nothing can be said of it. */
  readonly isRemote?: boolean;
}

export interface HrefTrouble {
  readonly requirement: string;
  readonly level: 'MUST' | 'SHOULD';
  readonly message: string;
}

// What RFC 3986 lets stand unescaped in a relative reference.
const unescaped = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9A-Fa-f]{2})*$/;

const encoding: HrefTrouble = {
  requirement: 'SILLOK-HREF-ENCODING',
  level: 'SHOULD',
  message: 'the reference holds characters that a URL must escape',
};
const climbing: HrefTrouble = {
  requirement: 'SILLOK-HREF-CLIMBS',
  level: 'MUST',
  message: 'the reference leads out of the package',
};
const backslash: HrefTrouble = {
  requirement: 'SILLOK-HREF-BACKSLASH',
  level: 'SHOULD',
  message: 'the reference has backslashes; a URL has slashes',
};

/** Follows `xlink:href` from the folder of its METS document (RFC 3986 §5, within the package only). */
export function resolveHref(href: string, folder: string, source: PackageSource): Resolved {
  const plain = href.trim().replace(/^file:(?:\/\/(?:localhost)?)?(?=[^/])/i, '');
  if (plain === '') return { troubles: [] };
  if (/^[A-Za-z][A-Za-z\d+.-]+:/.test(plain)) return { troubles: [], isRemote: !/^file:/i.test(plain) };
  const troubles = troublesOf(plain);
  const paths = candidates(plain).map((candidate) => joined(folder, candidate));
  if (paths.includes(undefined)) return { troubles: [...troubles, climbing] };
  const path = paths.find((one) => one !== undefined && source.files.has(one));
  if (path !== undefined) return { path, troubles };
  const nearPath = paths.map((one) => source.fileOfAnyCase(one ?? '')).find((one) => one !== undefined);
  return { troubles, ...(nearPath === undefined ? {} : { nearPath }) };
}

function troublesOf(href: string): readonly HrefTrouble[] {
  if (href.includes('\\')) return [backslash];
  return unescaped.test(href) ? [] : [encoding];
}

/** Decoded first; a name that itself holds a percent sign may have been written as it is. */
function candidates(href: string): readonly string[] {
  const slashed = href.replaceAll('\\', '/');
  const withoutEnd = slashed.replace(/[?#].*$/, '');
  const all = [decoded(slashed), slashed, decoded(withoutEnd)];
  return [...new Set(all.filter((one) => one !== undefined))];
}

function decoded(href: string): string | undefined {
  try {
    return decodeURIComponent(href);
  } catch {
    return undefined;
  }
}

function joined(folder: string, href: string): string | undefined {
  const parts = href.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of href.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
