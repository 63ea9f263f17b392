import { SillokError } from '@sillok/kernel';
import type { KeyName } from './key-vault.ts';

export function keyDestroyed(name: KeyName): SillokError {
  return new SillokError('KEY_DESTROYED', `the key ${name} was destroyed; its name is never used again`, {
    details: { name },
  });
}
