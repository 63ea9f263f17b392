import { assertSafeNames, malformed } from '@sillok/zip';

const maxNameBytes = 255;

/** What the names of our own data files keep inside an ASiC. Throws CONTAINER_MALFORMED naming the first that does not. */
export function assertDataFileNames(names: readonly string[]): void {
  assertSafeNames(names);
  for (const name of names) {
    if (Buffer.byteLength(name) > maxNameBytes) throw malformed(`a file name is over ${maxNameBytes} bytes`, name);
    if (/^(mimetype$|meta-inf(\/|$))/i.test(name))
      throw malformed('a file name is kept for the container itself', name);
  }
}
