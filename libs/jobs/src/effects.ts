import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What an effect brought back, kept until its outcome is in the log: a crash between the two finds the bytes again
 * instead of asking the outside a second time. Encrypted bytes only; the caller seals them.
 */
export interface Effects {
  once(key: string, effect: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

export function fileEffects(options: { readonly folder: string }): Effects {
  return {
    async once(key, effect) {
      const path = join(options.folder, encodeURIComponent(key));
      const known = await readFile(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (known !== undefined) return known;
      const bytes = await effect();
      await mkdir(options.folder, { recursive: true });
      await writeDurably(path, bytes);
      return bytes;
    },
  };
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}
