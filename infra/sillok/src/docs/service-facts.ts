import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** What waits for events without being asked by anybody, read from its file in `reactions/`. */
export interface Reaction {
  readonly name: string;
  readonly service: string;
  /** Wire types of what it waits for; what it leads to itself is not among them. */
  readonly waitsFor: readonly string[];
  /** Wire types that its commands can append. Empty where it only watches. */
  readonly leadsTo: readonly string[];
}

/** A kind of stream: its folder, and every event that its decider can append. */
export interface StreamKind {
  readonly service: string;
  readonly name: string;
  readonly events: readonly string[];
}

/** In the order in which a document lives through them. */
export const writers = ['directory', 'drafting', 'approval', 'records', 'distribution', 'archive'] as const;

export function streamKinds(): readonly StreamKind[] {
  kinds ??= readStreamKinds();
  return kinds;
}

export function reactions(): readonly Reaction[] {
  found ??= readReactions();
  return found;
}

// The sources do not change while a page is made, and each page asks often.
let kinds: readonly StreamKind[] | undefined;
let found: readonly Reaction[] | undefined;

function readStreamKinds(): readonly StreamKind[] {
  return writers.flatMap((service) =>
    sources(`services/${service}/src/*/decide.ts`).map((decider) => {
      const name = decider.split('/').at(-2) ?? '';
      const texts = sources(`services/${service}/src/${name}/**/*.ts`).map(read);
      return { service, name, events: unique(texts.flatMap(wireTypesIn)) };
    }),
  );
}

function readReactions(): readonly Reaction[] {
  return writers.flatMap((service) =>
    sources(`services/${service}/src/reactions/*.ts`).map((file) => {
      const text = read(file);
      const leadsTo = unique(commandsIn(text).flatMap((command) => eventsOfCommand(service, command)));
      const waitsFor = askedFor(text).filter((type) => !leadsTo.includes(type));
      return { name: basename(file, '.ts'), service, waitsFor, leadsTo };
    }),
  );
}

/** Wire types that a service's projections ask for, as prefixes. */
export function projectionPrefixes(service: string): readonly string[] {
  return unique(sources(`services/${service}/src/projections/*.ts`).flatMap((file) => prefixesIn(read(file))));
}

function prefixesIn(text: string): readonly string[] {
  const list = /typePrefixes: \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
}

/** The commands that a text makes: `type: 'OpenCase'`. */
function commandsIn(text: string): readonly string[] {
  return unique([...text.matchAll(/type: '([A-Z][A-Za-z]+)'/g)].map((match) => match[1] ?? ''));
}

function eventsOfCommand(service: string, command: string): readonly string[] {
  const texts = sources(`services/${service}/src/*/{decide,commands/*}.ts`).map(read);
  return texts.filter((text) => text.includes(`readonly type: '${command}'`)).flatMap(wireTypesIn);
}

/** A worker says in `intentOf` what it waits for; the rest of its filter answers. A reaction waits for all it lets through. */
function askedFor(text: string): readonly string[] {
  const asking = /intentOf([\s\S]*?)outcomeOf/.exec(text)?.[1] ?? text;
  const named = [...asking.matchAll(/\b([a-z][A-Za-z]+)\b/g)].map((match) => match[1]);
  const imports = [...text.matchAll(/import \{([^}]*)\} from '@sillok\/(schemas\/events\/[a-z]+\/[a-z-]+)'/g)];
  const files = imports.filter(([, names = '']) => named.some((name) => names.split(/[\s,]+/).includes(name ?? '')));
  return unique(files.flatMap(([, , file]) => wireTypesIn(read(`${file}.ts`))));
}

function wireTypesIn(text: string): readonly string[] {
  return [...text.matchAll(/'([a-z]+\.[A-Z][A-Za-z]+\.v\d+)'/g)].map((match) => match[1] ?? '');
}

function sources(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.test.ts'))
    .sort();
}

function read(file: string): string {
  return readFileSync(`${root}${file}`, 'utf8');
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}
