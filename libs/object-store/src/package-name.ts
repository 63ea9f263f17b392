import { SillokError } from '@sillok/kernel';

/** Throws `file-name-unsafe` for what would leave the folder, hide in it, or be read otherwise elsewhere. */
export function assertPackageName(name: string): void {
  if (/^[0-9A-Za-z][0-9A-Za-z._-]{0,199}$/.test(name)) return;
  throw new SillokError('file-name-unsafe', 'this is no name of a package', { field: 'name' });
}

export function packageNotFound(name: string): SillokError {
  return new SillokError('OBJECT_NOT_FOUND', `no package ${name}`, { details: { address: name } });
}

export function packageDiffers(name: string): SillokError {
  return new SillokError('already-exists', `another package is called ${name}`, { field: 'name' });
}
