import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileEffects } from './effects.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-effects-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('fileEffects', () => {
  it('keeps what the first time brought back, also for a new process', async () => {
    const effect = counted();
    expect(await fileEffects({ folder }).once('seal-1', effect)).toEqual(Uint8Array.of(1));
    expect(await fileEffects({ folder }).once('seal-1', effect)).toEqual(Uint8Array.of(1));
    expect(await fileEffects({ folder }).once('seal-2', effect)).toEqual(Uint8Array.of(2));
  });

  it('has one effect for two who ask at once', async () => {
    const effects = fileEffects({ folder });
    const effect = counted();
    const both = await Promise.all([effects.once('seal-1', effect), effects.once('seal-1', effect)]);
    expect(both).toEqual([Uint8Array.of(1), Uint8Array.of(1)]);
  });

  it('asks again after a failure, which is nothing to keep', async () => {
    const effects = fileEffects({ folder });
    await expect(effects.once('seal-1', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await effects.once('seal-1', async () => Uint8Array.of(9))).toEqual(Uint8Array.of(9));
  });

  it('takes half a file for nothing', async () => {
    await writeFile(join(folder, 'seal-1.effect.part'), 'hal');
    expect(await fileEffects({ folder }).once('seal-1', async () => Uint8Array.of(9))).toEqual(Uint8Array.of(9));
  });

  it('keeps every key inside its folder', async () => {
    await fileEffects({ folder: join(folder, 'inner') }).once('../../outside', async () => Uint8Array.of(1));
    await fileEffects({ folder: join(folder, 'inner') }).once('..', async () => Uint8Array.of(1));
    expect(await readdir(folder)).toEqual(['inner']);
    expect(await readdir(join(folder, 'inner'))).toHaveLength(2);
  });
});

function counted(): () => Promise<Uint8Array> {
  let count = 0;
  return async () => {
    count += 1;
    return Uint8Array.of(count);
  };
}
