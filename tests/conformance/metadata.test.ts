import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOf, type ErmsModel, readErms, writeDc, writeErms, writePremis } from '@sillok/archival-package';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleDc, exampleErms, examplePremis } from '../../infra/sillok/src/docs/metadata/metadata-example.ts';
import { ermsModels } from '../../libs/archival-package/src/erms/testing/erms-arbitrary.ts';
import { samplePremis } from '../../libs/archival-package/src/premis/testing/sample-premis.ts';
import { installedJudge } from './judges/installed-judge.ts';
import { metadataTroubles, schematron, xmllint } from './judges.ts';

const specs = join(process.env['SILLOK_CORPORA'] ?? '', 'specs');
const isSkipped = process.env['SILLOK_CORPORA'] === undefined;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-metadata-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(name: string, pieces: Iterable<string>): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytesOf(pieces));
  return path;
}

describe.skipIf(isSkipped)('CITS ERMS 3.0 that we write (skipped where SILLOK_CORPORA is not set)', () => {
  const schema = join(specs, 'cits-erms', 'ERMS_v3.xsd');
  const rules = join(specs, 'cits-erms', 'erms_v3.sch');
  let files: readonly string[] = [];

  beforeAll(async () => {
    await installedJudge('schematron');
    const models: readonly ErmsModel[] = [exampleErms, ...fc.sample(ermsModels, { numRuns: 40, seed: 20_260_101 })];
    files = await Promise.all(models.map((model, index) => written(`erms-${index}.xml`, writeErms(model))));
  }, 600_000);

  it('is valid by the stock schema, whatever the record is', async () => {
    for (const file of files) {
      const judged = await xmllint(file, schema);
      expect(judged.ok, judged.output).toBe(true);
    }
  });

  it('keeps the rules of the stock Schematron', async () => {
    const judged = await schematron(files, rules);
    expect(judged.answers.flatMap(({ failures }) => failures)).toEqual([]);
    expect(judged.ok, judged.output).toBe(true);
    expect(judged.answers[0]?.fired).toBeGreaterThan(0);
  });

  it('is refused by both judges once it is damaged', async () => {
    const text = [...writeErms(exampleErms)].join('');
    const unnamed = await written('unnamed.xml', [text.replace('otherAgentType="software"', '')]);
    expect((await schematron([unnamed], rules)).answers[0]?.failures).toEqual([
      expect.stringContaining('otherAgentType'),
    ]);
    const untitled = await written('unidentified.xml', [text.replace(/<objectId>.*?<\/objectId>/, '')]);
    expect((await xmllint(untitled, schema)).output).toContain('objectId');
  });

  it('is read of others too, as far as a description needs', async () => {
    const name = join(specs, 'cits-erms', 'examples', 'ERMS_version_2_1_0_generated_example.xml');
    expect(readErms(await readFile(name))).toMatchObject({
      agency: { name: 'agencyName0' },
      folder: { title: 'title1' },
      records: [{ title: 'title2' }, { title: 'title3' }],
    });
  });
});

describe.skipIf(isSkipped)('PREMIS 3.0 that we write (skipped where SILLOK_CORPORA is not set)', () => {
  const schema = join(specs, 'loc', 'premis-v3-0.xsd');

  it.each([
    ['an example with all that it can say', examplePremis],
    ['a record with rights and several agents', samplePremis],
    ['a record of which nothing is closed', { ...samplePremis, rights: [] }],
  ])('is valid by the stock schema: %s', async (name, model) => {
    const judged = await xmllint(await written(`premis-${name.length}.xml`, writePremis(model)), schema);
    expect(judged.ok, judged.output).toBe(true);
  });
});

it.skipIf(isSkipped)(
  'is judged where it lies in a package (skipped where SILLOK_CORPORA is not set)',
  async () => {
    await mkdir(join(folder, 'package', 'data'), { recursive: true });
    await written('package/data/erms.xml', writeErms(exampleErms));
    await written('package/premis.xml', writePremis(examplePremis));
    await written('package/dc.xml', writeDc(exampleDc));
    expect(await metadataTroubles(join(folder, 'package'), specs)).toEqual([]);
    await written('package/premis.xml', [
      [...writePremis(examplePremis)].join('').replaceAll('premis:size', 'premis:bytes'),
    ]);
    expect(await metadataTroubles(join(folder, 'package'), specs)).toEqual([expect.stringContaining('premis.xml')]);
  },
  120_000,
);

it('writes Dublin Core that is well-formed', async () => {
  const judged = await xmllint(await written('dc.xml', writeDc(exampleDc)));
  expect(judged.ok, judged.output).toBe(true);
});
