import type { RawContainer, RawEntry } from './package-source.ts';
import type { RandomAccess } from './random-access.ts';
import { type TarHeader, tarHeader } from './tar-header.ts';
import { paxRecords, textOf } from './tar-records.ts';

const block = 512;
const maxRecord = 1024 * 1024;

/** Lists a plain tar (POSIX ustar and pax, GNU long names) by its headers; contents are read where they lie. */
export async function readTar(name: string, access: RandomAccess, maxEntries: number): Promise<RawContainer> {
  const damages: string[] = [];
  const entries: RawEntry[] = [];
  try {
    for await (const entry of walk(access, damages)) {
      entries.push(entry);
      if (entries.length > maxEntries) break;
    }
  } finally {
    await access.close();
  }
  return { name: name.replace(/\.tar$/i, ''), kind: 'tar', entries, damages, close: async () => undefined };
}

/** What a header before says of the next one: a name or a size that did not fit. */
interface Ahead {
  readonly name?: string;
  readonly size?: number;
}

async function* walk(access: RandomAccess, damages: string[]): AsyncGenerator<RawEntry> {
  const end = access.size;
  let ahead: Ahead = {};
  let place = 0;
  while (place + block <= end) {
    const header = await headerAt(access, place, ahead);
    if (header === 'end') return;
    const start = place + block;
    const damage = damageOf(header, start, end);
    if (header === 'damaged' || damage !== undefined) return void damages.push(damage ?? header.toString());
    const isOwn = !isAboutNext(header);
    if (isOwn) yield rawEntry(access, header, start);
    ahead = isOwn ? {} : { ...ahead, ...aboutNext(header, await access.read(start, header.size)) };
    place = start + Math.ceil(header.size / block) * block;
  }
  damages.push('the tar ends without its two empty blocks');
}

async function headerAt(access: RandomAccess, place: number, ahead: Ahead): Promise<TarHeader | 'end' | 'damaged'> {
  const header = tarHeader(await access.read(place, block));
  if (header === 'end' || header === 'damaged' || isAboutNext(header)) return header;
  return { ...header, ...ahead };
}

function damageOf(header: TarHeader | 'damaged', start: number, end: number): string | undefined {
  if (header === 'damaged') return `the tar is damaged at byte ${start - block}: a header's checksum does not fit`;
  if (start + header.size > end) return `the tar ends inside ${header.name}`;
  if (isAboutNext(header) && header.size > maxRecord) return `a name of ${header.size} bytes stands at byte ${start}`;
  return undefined;
}

function isAboutNext({ type }: TarHeader): boolean {
  return type === 'x' || type === 'L' || type === 'K' || type === 'g';
}

function aboutNext({ type }: TarHeader, bytes: Uint8Array): Ahead {
  if (type === 'L') return { name: textOf(bytes) };
  if (type !== 'x') return {};
  const records = paxRecords(bytes);
  const name = records.get('path');
  const size = Number(records.get('size') ?? Number.NaN);
  return { ...(name === undefined ? {} : { name }), ...(Number.isSafeInteger(size) && size >= 0 ? { size } : {}) };
}

function rawEntry(access: RandomAccess, { name, size, type }: TarHeader, start: number): RawEntry {
  const open = async () => access.stream(start, start + size);
  return { name, kind: kinds.get(type) ?? 'other', size: kinds.get(type) === 'file' ? size : 0, open };
}

const kinds = new Map<string, RawEntry['kind']>([
  ['0', 'file'],
  ['\u0000', 'file'],
  ['7', 'file'],
  ['5', 'folder'],
  ['1', 'link'],
  ['2', 'link'],
]);
