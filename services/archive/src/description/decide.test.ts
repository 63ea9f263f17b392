import { specificationOf } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import type { DescribeUnit } from './commands/describe-unit.ts';
import type { RedescribeUnit } from './commands/redescribe-unit.ts';
import { descriptionDecider } from './decide.ts';
import type { UnitData } from './unit.ts';

const { given } = specificationOf(descriptionDecider);
const words = { title: 'A letter', creator: 'Ministry' };
const data: UnitData = {
  descriptionId: 'description-item-1',
  parentId: 'description-file-1',
  level: 'item',
  referenceCode: 'mopa/1/2/3',
  creatorId: 'mopa',
  dates: { from: '2014-03-03', to: '2014-03-04' },
  packageId: 'package-1',
  documentId: 'document-1',
  disclosure: { class: 'closed', grounds: ['6'] },
  describedBy: 'service:archive',
};
const describing = (more: Partial<UnitData> = {}, edition = 0): DescribeUnit => ({
  type: 'DescribeUnit',
  unit: { data: { ...data, ...more }, ...words },
  parentLevel: 'file',
  edition,
});
const said = (more: Partial<UnitData> = {}) => ({
  type: 'archive.UnitDescribed.v1' as const,
  data: { ...data, ...more },
});
const redescribing = (
  change: RedescribeUnit['change'],
  more: Partial<Omit<RedescribeUnit, 'type' | 'change'>> = {},
): RedescribeUnit => ({
  type: 'RedescribeUnit',
  personId: 'person-archivist',
  change,
  words,
  isTitleChanged: false,
  edition: 1,
  ...more,
});

describe('a description', () => {
  it('says all of a unit, and again after that', () => {
    expect(given().when(describing())).toEqual([{ ...said(), sealed: words }]);
    const again = describing({ packageId: 'package-2' }, 1);
    expect(given(said()).when(again)).toEqual([{ ...said({ packageId: 'package-2' }), sealed: words }]);
  });

  it.each([
    ['item', 'series'],
    ['file', 'file'],
    ['series', undefined],
    ['fonds', 'fonds'],
  ] as const)('refuses a %s under a %s', (level, parentLevel) => {
    const command = { ...describing({ level }), parentLevel };
    expect(given().when(command)).toEqual(refuse('input-invalid', 'parentId'));
  });

  it('refuses a fonds that stands under something, and an item under nothing', () => {
    const fonds = { ...describing({ level: 'fonds' }), parentLevel: undefined };
    expect(given().when(fonds)).toEqual(refuse('input-invalid', 'parentId'));
    expect(given().when(describing({ parentId: null }))).toEqual(refuse('input-invalid', 'parentId'));
  });

  it('refuses days that end before they begin', () => {
    const dates = { from: '2014-03-04', to: '2014-03-03' };
    expect(given().when(describing({ dates }))).toEqual(refuse('input-invalid', 'dates'));
    expect(given(said()).when(redescribing({ dates }))).toEqual(refuse('input-invalid', 'dates'));
  });

  it.each(['parentId', 'referenceCode', 'creatorId', 'documentId'] as const)('keeps its %s for ever', (field) => {
    const command = describing({ [field]: 'another-1' }, 1);
    expect(given(said()).when(command)).toEqual(refuse('already-exists', 'descriptionId'));
  });

  it('refuses what starts from an older description', () => {
    const refusal = refuse('already-exists', 'edition', { edition: 2 });
    expect(given(said(), said()).when(describing({}, 1))).toEqual(refusal);
    expect(given(said(), said()).when(redescribing({}, { isTitleChanged: true }))).toEqual(refusal);
  });
});

describe('a redescription', () => {
  it('changes what it names and keeps the rest', () => {
    const disclosure = { class: 'open' as const, grounds: [] };
    const opened = { ...said({ disclosure, describedBy: 'person-archivist' }), sealed: words };
    expect(given(said()).when(redescribing({ disclosure }))).toEqual([opened]);
    const other = { title: 'Another title', creator: 'Ministry' };
    const titled = { ...said({ describedBy: 'person-archivist' }), sealed: other };
    expect(given(said()).when(redescribing({}, { isTitleChanged: true, words: other }))).toEqual([titled]);
  });

  it('refuses to say the same again', () => {
    const { dates, disclosure } = data;
    expect(given(said()).when(redescribing({ dates, disclosure }))).toEqual(refuse('nothing-changed'));
  });

  it('refuses to open or close what stands above the items', () => {
    const file = said({ level: 'file', disclosure: { class: 'open', grounds: [] } });
    const close = redescribing({ disclosure: { class: 'closed', grounds: ['6'] } });
    expect(given(file).when(close)).toEqual(refuse('input-invalid', 'disclosure'));
  });

  it('refuses what was never described', () => {
    expect(given().when(redescribing({}, { edition: 0 }))).toEqual(refuse('not-found', 'descriptionId'));
  });
});
