import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SillokError } from '@sillok/kernel';
import { lockFolder } from './folder-lock.ts';

export type Mode = 'demo' | 'production';

/** What `VERSION` in an institution's folder says. */
export interface FolderVersion {
  readonly format: number;
  readonly mode: Mode;
  readonly founded: string;
}

const format = 1;

/** Whoever holds this file has the data folder to themselves. */
export const lockName = join('country', 'lock');

/**
 * Stamps a new folder, or reads the stamp of an old one. Throws DATA_FOLDER_NEWER, DATA_FOLDER_OTHER_MODE and
 * DATA_FOLDER_DAMAGED; the folder is not touched then.
 */
export function stampFolder(folder: string, mode: Mode, now: string): FolderVersion {
  const path = join(folder, 'VERSION');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.part`, `format: ${format}\nmode: ${mode}\nfounded: ${now}\n`);
    renameSync(`${path}.part`, path);
    return { format, mode, founded: now };
  }
  const version = readVersion(path);
  if (version.format > format) {
    throw new SillokError('DATA_FOLDER_NEWER', `${folder} was written by a newer Sillok`, {
      details: { format: version.format, known: format },
    });
  }
  if (version.mode !== mode) {
    throw new SillokError('DATA_FOLDER_OTHER_MODE', `${folder} is a ${version.mode} folder`, {
      details: { mode: version.mode, asked: mode },
    });
  }
  return version;
}

function readVersion(path: string): FolderVersion {
  const text = readFileSync(path, 'utf8');
  const field = (name: string) => new RegExp(`^${name}: (\\S+)$`, 'm').exec(text)?.[1];
  const known = Number(field('format'));
  const mode = field('mode');
  const founded = field('founded');
  if (!Number.isInteger(known) || (mode !== 'demo' && mode !== 'production') || founded === undefined) {
    throw new SillokError('DATA_FOLDER_DAMAGED', `${path} cannot be read`);
  }
  return { format: known, mode, founded };
}

/**
 * Puts an old folder aside under a name that says when; answers the new name, if there was anything. Throws
 * DATA_FOLDER_IN_USE: whoever works in it would go on writing to a folder of that name.
 */
export function setAside(folder: string, now: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  lockFolder(join(folder, lockName)).release();
  const aside = `${folder}-${now.replaceAll(/[:.]/g, '')}`;
  renameSync(folder, aside);
  return aside;
}
