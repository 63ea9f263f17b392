import { randomBytes } from 'node:crypto';
import type { InstitutionKey } from '../institution-key.ts';
import { keyDestroyed } from '../key-destroyed.ts';
import type { KeyName, KeyVault } from '../key-vault.ts';
import { openKeyTable } from './key-table.ts';

export { fileInstitutionKey, foundInstitutionKey } from './institution-key-file.ts';

export interface FileKeyVaultOptions {
  readonly file: string;
  readonly institutionKey: InstitutionKey;
}

/** One SQLite file of wrapped keys. The name is the context of the wrapping, so two keys cannot change places. */
export function fileKeyVault({ file, institutionKey }: FileKeyVaultOptions): KeyVault {
  const table = openKeyTable(file);

  const find = async (name: KeyName): Promise<Uint8Array | 'destroyed' | undefined> => {
    const wrapped = table.find(name);
    return wrapped instanceof Uint8Array ? institutionKey.unwrap(wrapped, name) : wrapped;
  };

  return {
    async keyFor(name) {
      // Several may make a key at once. The first that is stored counts, and everybody reads that one.
      if (table.find(name) === undefined) table.add(name, await institutionKey.wrap(randomBytes(32), name));
      const key = await find(name);
      if (key instanceof Uint8Array) return key;
      throw keyDestroyed(name);
    },
    async find(name) {
      const key = await find(name);
      return key instanceof Uint8Array ? key : undefined;
    },
    destroy: async (name) => table.destroy(name),
    close: async () => table.close(),
  };
}
