import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setAside, stampFolder } from './data-folder.ts';

const founded = '2014-03-03T00:00:00.000Z';
const later = '2015-01-01T00:00:00.000Z';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-stamp-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('stampFolder', () => {
  it('stamps a new folder, closed to others, and reads the stamp ever after', async () => {
    const inside = join(folder, 'munhwa');
    expect(stampFolder(inside, 'demo', founded)).toEqual({ format: 1, mode: 'demo', founded });
    expect(stampFolder(inside, 'demo', later)).toEqual({ format: 1, mode: 'demo', founded });
    expect((await stat(inside)).mode & 0o077).toBe(0);
  });

  it.each([
    ['demo', 'production'],
    ['production', 'demo'],
  ] as const)('refuses a %s folder to the %s mode and leaves it as it is', async (mode, asked) => {
    stampFolder(folder, mode, founded);
    const before = await readFile(join(folder, 'VERSION'), 'utf8');
    const fault = expect.objectContaining({ code: 'DATA_FOLDER_OTHER_MODE', details: { mode, asked } });
    expect(() => stampFolder(folder, asked, later)).toThrow(fault);
    expect(await readFile(join(folder, 'VERSION'), 'utf8')).toBe(before);
  });

  it.each([
    ['is newer', 'format: 2\nmode: demo\nfounded: 2014\n', 'DATA_FOLDER_NEWER'],
    ['is empty', '', 'DATA_FOLDER_DAMAGED'],
    ['names no mode that there is', 'format: 1\nmode: trial\nfounded: 2014\n', 'DATA_FOLDER_DAMAGED'],
    ['has no number', 'format: one\nmode: demo\nfounded: 2014\n', 'DATA_FOLDER_DAMAGED'],
  ])('refuses a stamp that %s', async (_, text, code) => {
    await writeFile(join(folder, 'VERSION'), text);
    expect(() => stampFolder(folder, 'demo', founded)).toThrow(expect.objectContaining({ code }));
  });
});

describe('setAside', () => {
  it('moves an old folder to a name that says when', async () => {
    const inside = join(folder, 'data');
    stampFolder(inside, 'demo', founded);
    const aside = setAside(inside, later);
    expect(aside).toBe(`${inside}-2015-01-01T000000000Z`);
    expect(await readFile(join(aside ?? '', 'VERSION'), 'utf8')).toContain('mode: demo');
  });

  it('has nothing to move where nothing is', () => {
    expect(setAside(join(folder, 'data'), later)).toBeUndefined();
  });
});
