import type { ErmsModel, ErmsRecord } from '@sillok/archival-package';
import type { PackagePreserved } from '@sillok/schemas/events/archive/package-preserved';
import { unitDescribed } from '@sillok/schemas/events/archive/unit-described';
import { describe, expect, it } from 'vitest';
import { unitsOfPackage } from './units-of-package.ts';

const at = '2041-05-05T16:00:00.000Z';
const digest = 'a'.repeat(64);
const open = { class: 'open' as const, grounds: [] };
const preserved: PackagePreserved['data'] = {
  packageId: 'package-1',
  transferId: 'transfer-1',
  senderId: 'mopa',
  accession: '2041-1',
  edition: 1,
  packageFile: 'a.zip',
  packageBytes: 1,
  packageDigest: digest,
  metsDigest: digest,
  items: ['document-1', 'document-2'].map((documentId) => ({ documentId, disclosure: open })),
};
const unsaid = {
  keywords: [],
  agents: [],
  actions: [],
  signatures: [],
  components: [],
  physicalLocations: [],
  relations: [],
};
const model = (more: Partial<ErmsRecord> = {}, folder: Partial<ErmsModel['folder']> = {}): ErmsModel => ({
  identifier: 'erms-1',
  createdAt: at,
  agency: { name: 'Ministry' },
  folder: { id: 'folder-1', title: 'Folder', classification: [], agents: [], ...folder },
  records: [{ id: 'document-1', title: 'Letter', ...unsaid, ...more }],
});
/** Nine hours ahead. */
const dayOf = (instant: string) => new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10);
const describing = (...models: readonly ErmsModel[]) => unitsOfPackage({ preserved, models, dayOf, at });

describe('the units of a package', () => {
  it('come from the item up, each under the next', () => {
    const classification = [
      { code: 'A', title: 'Function' },
      { code: 'A-1', title: 'Task' },
    ];
    const units = describing(model({ createdAt: '2014-03-03T16:00:00.000Z' }, { classification }));
    expect(units.map(({ data, title }) => [data.level, title])).toEqual([
      ['item', 'Letter'],
      ['file', 'Folder'],
      ['series', 'Task'],
      ['fonds', 'Ministry'],
    ]);
    expect(units.map(({ data }) => data.parentId)).toEqual([
      ...units.slice(1).map(({ data }) => data.descriptionId),
      null,
    ]);
    expect(units[0]?.data.dates).toEqual({ from: '2014-03-04', to: '2014-03-04' });
    for (const [index, { data }] of units.entries()) {
      const above = units[index + 1]?.data.referenceCode;
      expect(data.referenceCode.startsWith(above === undefined ? 'mopa' : `${above}/`)).toBe(true);
    }
  });

  it('have the same names whatever else lies beside them', () => {
    const [alone] = describing(model({ id: 'document-2' }));
    const beside = describing(model(), model({ id: 'document-2' }));
    expect(beside[1]).toEqual(alone);
    expect(new Set(beside.map(({ data }) => data.referenceCode)).size).toBe(beside.length);
  });

  it.each([
    ['a day', { createdAt: '2014-03-03' }, '2014-03-03'],
    ['an instant of another zone', { createdAt: '2014-03-03T23:30:00+09:00' }, '2014-03-03'],
    ['an instant of a day that is over here', { createdAt: '2014-03-04T00:30:00+13:00' }, '2014-03-04'],
    ['a time without a zone', { createdAt: '2014-03-03T23:30:00' }, '2014-03-03'],
    ['the receipt where nothing else is said', { receivedAt: '2014-03-05' }, '2014-03-05'],
    ['what is a date, past what is none', { createdAt: 'in spring', registeredAt: '2014-03-06' }, '2014-03-06'],
    ['the preservation where there is no date', { createdAt: '2014-02-31' }, '2041-05-06'],
  ])('are dated by %s', (_, record, day) => {
    expect(describing(model(record))[0]?.data.dates).toEqual({ from: day, to: day });
  });

  it('fit into the log whatever others wrote', () => {
    const title = `${'가'.repeat(299)}🙂`;
    for (const { data, title: words } of describing(model({ title }, { title: ' ', openedOn: 'once' }))) {
      expect(() => unitDescribed.data.parse(data)).not.toThrow();
      expect(unitDescribed.sealed.title.schema.safeParse(words).success).toBe(true);
    }
  });

  it('leave out what was not taken over, and are none where nothing was', () => {
    expect(describing(model(), model({ id: 'document-returned' })).map(({ data }) => data.documentId)).toEqual([
      'document-1',
      null,
      null,
      null,
    ]);
    expect(describing(model({ id: 'document-returned' }))).toEqual([]);
    expect(describing()).toEqual([]);
  });
});
