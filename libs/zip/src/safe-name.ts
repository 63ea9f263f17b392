import { malformed } from './malformed.ts';

const maxPartBytes = 255;

// Controls, bidirectional marks and what Windows keeps for itself: a name must look like what it is everywhere.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\\:*?"<>|]/;

/** What every entry must keep, whoever wrote it: it stays inside the folder it is unpacked into. Throws CONTAINER_MALFORMED. */
export function assertInside(name: string): void {
  if (name === '' || name.includes('\\') || name.includes('\u0000'))
    throw malformed('an entry has no usable name', name);
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) throw malformed('an entry has an absolute path', name);
  if (name.split('/').some((part) => part === '.' || part === '..'))
    throw malformed('an entry leaves its folder', name);
}

/**
 * What the names of files that we write keep beyond that: NFC, nothing that looks like something else, no two that a
 * disk would take for one. Throws CONTAINER_MALFORMED naming the first that does not.
 */
export function assertSafeNames(names: Iterable<string>): void {
  const seen = new Set<string>();
  for (const name of names) {
    assertSafeName(name);
    const folded = name.toLowerCase();
    if (seen.has(folded)) throw malformed('two files would be one on a disk that ignores case', name);
    seen.add(folded);
  }
}

function assertSafeName(name: string): void {
  assertInside(name);
  if (!name.isWellFormed() || name.normalize('NFC') !== name) throw malformed('a file name is not in NFC', name);
  if (unsafe.test(name)) throw malformed('a file name holds a character that is not safe everywhere', name);
  const parts = name.split('/');
  if (parts.some((part) => part === '' || /[. ]$/.test(part))) throw malformed('a file name has a bad part', name);
  if (parts.some((part) => Buffer.byteLength(part) > maxPartBytes))
    throw malformed(`a file name is over ${maxPartBytes} bytes`, name);
}
