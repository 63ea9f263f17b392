import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../xml/xml-writer.ts';
import { readErms } from './read-erms.ts';
import { ermsModels } from './testing/erms-arbitrary.ts';
import { writeErms } from './write-erms.ts';

it('reads back what was written', () => {
  fc.assert(
    fc.property(ermsModels, (model) => {
      expect(readErms(bytesOf(writeErms(model)))).toEqual(model);
    }),
    { numRuns: 150 },
  );
});

it('dates as a signature only what somebody signed', () => {
  const [model] = fc.sample(ermsModels, { numRuns: 1, seed: 1 });
  if (model === undefined) throw new RangeError('no model');
  const [record] = model.records;
  if (record === undefined) throw new RangeError('no record');
  const at = '2026-03-05T12:00:00.000+09:00';
  const acts = ['scanned', 'received', 'drafted', 'approved-for-absent'];
  const actions = acts.map((type) => ({ type, text: type, at, agent: { role: 'other' as const } }));
  const written = Buffer.from(bytesOf(writeErms({ ...model, records: [{ ...record, actions }] }))).toString();
  const types = [...written.matchAll(/<actionDate dateType="(\w+)">2026-03-05T12:00:00.000\+09:00</g)].map(
    ([, type]) => type,
  );
  expect(types).toEqual(['created', 'received', 'other_signature', 'main_signature']);
});

const namespace = 'xmlns="https://DILCIS.eu/XML/ERMS"';
const control = `<control><identification identificationType="x">1</identification><maintenanceInformation>
  <maintenanceAgency><agencyName>Kancelarija</agencyName></maintenanceAgency>
  <maintenanceHistory><maintenanceEvent><eventDateTime>2026-12-31T00:00:00Z</eventDateTime></maintenanceEvent>
  </maintenanceHistory></maintenanceInformation></control>`;
const record = `<record systemIdentifier="r"><objectId>7</objectId><title>Захтев</title></record>`;

function read(body: string, start = `<erms ${namespace}>`): ReturnType<typeof readErms> {
  return readErms(Buffer.from(`${start}${body}</erms>`));
}

function file(body: string): string {
  return `<aggregations><aggregation systemIdentifier="f"><title>Фасцикла</title>${body}</aggregation></aggregations>`;
}

describe('of others', () => {
  it('is read as far as it goes, classes above the file passed by', () => {
    const above = `<aggregations><aggregation systemIdentifier="class">${file(record).replace(/<\/?aggregations>/g, '')}</aggregation></aggregations>`;
    expect(read(control + above)).toMatchObject({
      agency: { name: 'Kancelarija' },
      folder: { id: 'f', title: 'Фасцикла', classification: [] },
      records: [{ id: 'r', title: 'Захтев', display: '7' }],
    });
  });

  it('has no disclosure where it says another word than ours', () => {
    const model = read(control + file(record.replace('</record>', '<access>public</access></record>')));
    expect(model?.records).toEqual([expect.not.objectContaining({ disclosure: expect.anything() })]);
  });

  it.each([
    ['a record without a title', control + file(record.replace(/<title>.*<\/title>/, ''))],
    ['a folder without an identifier', control + file(record).replace('systemIdentifier="f"', '')],
    ['no record', control + file('')],
    ['nobody who made it', file(record)],
  ])('is not taken with %s', (_, body) => {
    expect(read(body)).toBeUndefined();
  });
});

describe('is not taken', () => {
  const whole = control + file(record);

  it.each([
    ['with a document type', read(whole, `<!DOCTYPE erms [<!ENTITY a "a">]><erms ${namespace}>`)],
    ['of another namespace', read(whole, '<erms xmlns="urn:other">')],
    ['when it is no XML', readErms(Buffer.from('{}'))],
    ['when it is empty', readErms(new Uint8Array())],
    ['when it is no UTF-8', readErms(Buffer.from([0xff, 0xc0, 0x41]))],
    ['when it ends early', readErms(Buffer.from(`<erms ${namespace}>${whole}`))],
    ['when it is too deep', read(control + '<a>'.repeat(200) + '</a>'.repeat(200) + file(record))],
    ['when it has too many elements', read(control + '<a/>'.repeat(100_001) + file(record))],
    ['when it is too long', readErms(new Uint8Array(16 * 1024 * 1024 + 1))],
  ])('%s', (_, model) => {
    expect(model).toBeUndefined();
  });
});
