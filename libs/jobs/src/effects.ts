import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * What an effect brought back, kept until its outcome is in the log: a crash between the two finds the bytes again
 * instead of asking the outside a second time. Encrypted bytes only; the caller seals them.
 */
export interface Effects {
  once(key: string, effect: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

export function fileEffects(options: { readonly folder: string }): Effects {
  const underWay = new Map<string, Promise<Uint8Array>>();
  return {
    once(key, effect) {
      const known = underWay.get(key);
      if (known !== undefined) return known;
      const made = keptOrMade(options.folder, key, effect).finally(() => underWay.delete(key));
      underWay.set(key, made);
      return made;
    },
  };
}

async function keptOrMade(folder: string, key: string, effect: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const path = join(folder, `${encodeURIComponent(key)}.effect`);
  const kept = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (kept !== undefined) return new Uint8Array(kept);
  const bytes = await effect();
  await mkdir(folder, { recursive: true });
  await writeDurably(path, bytes);
  return bytes;
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
  await syncFolder(dirname(path));
}

// A rename is on the disk once its folder is.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
