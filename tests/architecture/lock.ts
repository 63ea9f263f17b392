import { recordIn, textIn } from './tree.ts';

type Packages = Readonly<Record<string, unknown>>;

export interface MissingPackage {
  /** Where it belongs in the lock, such as `node_modules/@biomejs/cli-darwin-arm64`. */
  readonly path: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

/**
 * What some package in the lock asks for as an option and the lock does not hold. npm writes such a lock where a
 * registry lacks the other platforms' binaries; on those platforms it would then leave them out without a word.
 */
export function missingOptionals(lock: unknown): readonly MissingPackage[] {
  const packages = recordIn(lock, 'packages');
  return Object.entries(packages).flatMap(([asking, entry]) =>
    Object.entries(recordIn(entry, 'optionalDependencies'))
      .filter(([name]) => !isHeld(packages, asking, name))
      .map(([name, range]) => ({ path: `node_modules/${name}`, entry: describe(name, String(range), entry) })),
  );
}

/** @returns the lock with all that was missing, its entries in npm's order. */
export function completed(lock: unknown, missing: readonly MissingPackage[]): unknown {
  const packages = { ...recordIn(lock, 'packages') };
  for (const { path, entry } of missing) packages[path] = entry;
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...Object(lock), packages: Object.fromEntries(sorted) };
}

/** Node looks in the asking package's own modules first, then in those of each folder above. */
function isHeld(packages: Packages, asking: string, name: string): boolean {
  const folders = [asking];
  for (let at = asking.lastIndexOf('/node_modules/'); at > 0; at = asking.lastIndexOf('/node_modules/', at - 1)) {
    folders.push(asking.slice(0, at));
  }
  return [...folders, ''].some((folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages);
}

function describe(name: string, range: string, asking: unknown): Readonly<Record<string, unknown>> {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  const libc = words.includes('musl') ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
  return {
    version: range.replace(/^[\^~]/, ''),
    ...listed('cpu', pick(words, cpus)),
    ...(textIn(asking, 'license') === undefined ? {} : { license: textIn(asking, 'license') }),
    optional: true,
    ...listed('os', pick(words, systems)),
    ...listed('libc', libc),
  };
}

const cpus = names('x64 arm64 arm ia32 riscv64 ppc64 s390x loong64 wasm32', { armv7: 'arm', arm7: 'arm' });
const systems = names('linux darwin win32 android freebsd openharmony sunos', { win: 'win32', fsevents: 'darwin' });

function names(known: string, others: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map([...known.split(' ').map((name): [string, string] => [name, name]), ...Object.entries(others)]);
}

function pick(words: readonly string[], known: ReadonlyMap<string, string>): string | undefined {
  return words.map((word) => known.get(word)).find((value) => value !== undefined);
}

function listed(key: string, value: string | undefined): Readonly<Record<string, readonly string[]>> {
  return value === undefined ? {} : { [key]: [value] };
}
