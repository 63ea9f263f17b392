import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { institutionKeyOf, type KeyName } from '@sillok/key-vault';
import { fileInstitutionKey, fileKeyVault, foundInstitutionKey } from '@sillok/key-vault/files';
import { afterAll, describe, expect, test } from 'vitest';
import { describeKeyVault } from './key-vault-contract.ts';

const institutionKey = institutionKeyOf(new Uint8Array(randomBytes(32)));

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function freshFile(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-keys-'));
  folders.push(folder);
  return join(folder, name);
}

function wrappedIn(file: string): readonly Buffer[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT wrapped FROM key').all();
  database.close();
  return rows.flatMap((row) => (row['wrapped'] instanceof Uint8Array ? [Buffer.from(row['wrapped'])] : []));
}

function bytesOnDisk(file: string): Buffer {
  return Buffer.concat([file, `${file}-wal`].flatMap((each) => (existsSync(each) ? [readFileSync(each)] : [])));
}

describeKeyVault('a file', async () => fileKeyVault({ file: await freshFile('keys.sqlite'), institutionKey }));

describe('the key vault in a file', () => {
  test('finds keys and destroyed names again after a restart', async () => {
    const file = await freshFile('keys.sqlite');
    const before = fileKeyVault({ file, institutionKey });
    const key = await before.keyFor('content:01H');
    await before.destroy('content:01J');
    await before.close();
    const after = fileKeyVault({ file, institutionKey });
    expect(await after.find('content:01H')).toEqual(key);
    await expect(after.keyFor('content:01J')).rejects.toMatchObject({ code: 'KEY_DESTROYED' });
    await after.close();
  });

  test('gives one key where two vaults over the same file are asked at once', async () => {
    const file = await freshFile('keys.sqlite');
    const vaults = [fileKeyVault({ file, institutionKey }), fileKeyVault({ file, institutionKey })];
    const keys = await Promise.all(vaults.map((vault) => vault.keyFor('content:01H')));
    expect(keys[0]).toEqual(keys[1]);
    await Promise.all(vaults.map((vault) => vault.close()));
  });

  test('holds no key in the clear and is open to its owner only', async () => {
    const file = await freshFile('keys.sqlite');
    const vault = fileKeyVault({ file, institutionKey });
    const key = await vault.keyFor('content:01H');
    expect(bytesOnDisk(file).includes(Buffer.from(key))).toBe(false);
    for (const each of [file, `${file}-wal`]) expect(statSync(each).mode & 0o077).toBe(0);
    await vault.close();
  });

  test('keeps no byte of a destroyed key in the file or in its write-ahead log', async () => {
    const file = await freshFile('keys.sqlite');
    const vault = fileKeyVault({ file, institutionKey });
    const names = Array.from({ length: 300 }, (_, index): KeyName => `content:${(index * 7919) % 1000}`);
    for (const name of names) await vault.keyFor(name);
    const wrapped = wrappedIn(file);
    expect(wrapped.every((each) => bytesOnDisk(file).includes(each))).toBe(true);
    for (const name of names.slice(0, 150)) await vault.destroy(name);
    const left = bytesOnDisk(file);
    expect(wrapped.slice(0, 150).filter((each) => left.includes(each.subarray(21, 53)))).toEqual([]);
    expect(wrapped.slice(150).every((each) => left.includes(each))).toBe(true);
    expect(statSync(`${file}-wal`).size).toBe(0);
    await vault.close();
  });

  test('refuses keys under another institution key and keys that changed places', async () => {
    const file = await freshFile('keys.sqlite');
    const vault = fileKeyVault({ file, institutionKey });
    await vault.keyFor('content:01H');
    await vault.keyFor('content:01J');
    const stranger = fileKeyVault({ file, institutionKey: institutionKeyOf(new Uint8Array(randomBytes(32))) });
    await expect(stranger.find('content:01H')).rejects.toMatchObject({ code: 'KEY_UNWRAP_FAILED' });
    await stranger.close();
    const database = new DatabaseSync(file);
    database.exec("UPDATE key SET wrapped = (SELECT wrapped FROM key WHERE name = 'content:01J')");
    database.close();
    await expect(vault.find('content:01H')).rejects.toMatchObject({ code: 'KEY_UNWRAP_FAILED' });
    await vault.close();
  });
});

describe('the institution key in a file', () => {
  test('is made once, for its owner only, and opens what it wrapped before', async () => {
    const file = await freshFile('institution.key');
    const wrapped = await foundInstitutionKey({ file }).wrap(Uint8Array.of(1, 2, 3), 'person:01H');
    expect(statSync(file).size).toBe(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await fileInstitutionKey({ file }).unwrap(wrapped, 'person:01H')).toEqual(Uint8Array.of(1, 2, 3));
    expect(() => foundInstitutionKey({ file })).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  });

  test('is refused when absent, cut off or open to others', async () => {
    const failed = expect.objectContaining({ code: 'KEY_UNWRAP_FAILED' });
    const file = await freshFile('institution.key');
    expect(() => fileInstitutionKey({ file })).toThrow(failed);
    foundInstitutionKey({ file });
    chmodSync(file, 0o640);
    expect(() => fileInstitutionKey({ file })).toThrow(failed);
    chmodSync(file, 0o600);
    truncateSync(file, 31);
    expect(() => fileInstitutionKey({ file })).toThrow(failed);
  });
});
