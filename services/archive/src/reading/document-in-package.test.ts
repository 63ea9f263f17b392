import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageOf } from '../describing/preserved-fixtures.ts';
import { documentInPackage } from './document-in-package.ts';

const intact = await packageOf({
  id: 'folder-letters',
  title: 'Letters',
  task: 'task-letters',
  records: [
    { id: 'document-0001', title: 'A letter', on: '2014-03-03', open: true },
    { id: 'document-0002', title: 'On paper', on: '2015-06-07', open: true, scan: true },
  ],
});
const read = (bytes: Uint8Array, documentId: string) => documentInPackage({ name: 'a.zip', bytes }, documentId);

/** The package with another byte at the end of this text. */
function changed(text: string): Uint8Array {
  const damaged = intact.slice();
  const at = Buffer.from(intact).indexOf(text);
  if (at < 0) throw new Error(`${text} is not in the package`);
  damaged[at + text.length - 1] = 0;
  return damaged;
}

describe('a document in its package', () => {
  it('is the copy or the scan of its record, with its kind', async () => {
    const [copy, scan] = [await read(intact, 'document-0001'), await read(intact, 'document-0002')];
    expect([new TextDecoder().decode(copy?.content), copy?.ending]).toEqual(['bytes of document-0001', 'pdf']);
    expect([new TextDecoder().decode(scan?.content), scan?.mediaType]).toEqual(['bytes of document-0002', 'image/png']);
  });

  it('is read from the file where the package lies in one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sillok-document-'));
    await writeFile(join(folder, 'a.zip'), intact);
    const found = await documentInPackage(join(folder, 'a.zip'), 'document-0001');
    await rm(folder, { recursive: true });
    expect(found).toEqual(await read(intact, 'document-0001'));
  });

  it.each([
    ['has another byte than was preserved', changed('bytes of document-0001')],
    ['is told by a METS that cannot be read', changed('item-0001/METS.xml<')],
    ['is described by nothing that can be read', changed('item-0001/data/erms.xml<')],
  ])('is never handed out where it %s, and others still are', async (_, bytes) => {
    await expect(read(bytes, 'document-0001')).rejects.toMatchObject({ code: 'OBJECT_DAMAGED' });
    expect((await read(bytes, 'document-0002'))?.ending).toBe('png');
  });

  it('is never handed out where the package is cut off, or no package', async () => {
    for (const bytes of [intact.slice(0, -30), intact.slice(0, 400), new Uint8Array(100)])
      await expect(read(bytes, 'document-0001')).rejects.toMatchObject({ code: 'OBJECT_DAMAGED' });
  });

  it('is missed as damage where a description leads to it and the package has no such record', async () => {
    await expect(read(intact, 'document-0003')).rejects.toMatchObject({ code: 'OBJECT_DAMAGED' });
  });
});
