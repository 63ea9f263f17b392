import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAsic } from '@sillok/exchange-container';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runToolOrThrow } from './judges/run-tool.ts';
import { dss, opensslCms, pdfsig, pyhanko, qpdf, verapdf } from './judges.ts';
import { type MadeLetter, readMadeLetter } from './reading/made-letter.ts';

const root = join(import.meta.dirname, '..', '..');
const letters = ['kr-notice', 'en-reply'] as const;
const inputOf = (name: string) => join(root, 'tests', 'vectors', 'letters', name, 'letter.json');

describe('letters sent to the other ministry and accepted there', () => {
  let out = '';

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'sillok-exchange-'));
    const inputs = letters.flatMap((name) => ['--input', inputOf(name)]);
    const words = [join(root, 'sillok.js'), 'life', '--until', 'accepted', '--out', out, ...inputs];
    await runToolOrThrow(process.execPath, words);
  }, 600_000);

  afterAll(() => rm(out, { recursive: true, force: true }));

  describe.each(letters)('%s', (name) => {
    let letter: MadeLetter;
    let container = '';
    let copy = '';
    const acknowledgements = () =>
      readdirSync(join(out, name, 'acknowledgements'))
        .filter((file) => file.endsWith('.json'))
        .map((file) => join(out, name, 'acknowledgements', file));

    beforeAll(async () => {
      letter = await readMadeLetter(join(out, name));
      container = join(out, name, 'exchange.asice');
      const { files } = await readAsic(new Uint8Array(readFileSync(container)));
      copy = join(out, `${name}-copy.pdf`);
      await writeFile(copy, files.find((one) => one.name === 'document.pdf')?.bytes ?? new Uint8Array());
    });

    it('DSS passes the exchange container as ASiC-E with a CAdES signature', async () => {
      const judged = await dss([container], letter);
      expect(judged.ok, judged.output).toBe(true);
      expect(judged.answers[0]?.container).toBe('ASiC-E');
      expect(judged.answers[0]?.signatures?.[0]).toMatchObject({ indication: 'TOTAL_PASSED' });
    });

    it('DSS and openssl pass every acknowledgement over its bytes', async () => {
      expect(acknowledgements().map((path) => path.slice(-'01-arrive.json'.length))).toHaveLength(3);
      for (const json of acknowledgements()) {
        const p7s = json.replace(/\.json$/, '.p7s');
        const judged = await dss([p7s], { ...letter, detached: [json] });
        expect(judged.ok, judged.output).toBe(true);
        expect(judged.answers[0]?.signatures?.[0]).toMatchObject({ indication: 'TOTAL_PASSED' });
        const again = await opensslCms(p7s, json, letter.roots, letter.crls);
        expect(again.ok, again.output).toBe(true);
      }
    });

    it('veraPDF, qpdf, pdfsig, pyHanko and DSS pass the dispatch copy', async () => {
      const judgements = [
        await verapdf([copy], '2a'),
        await qpdf(copy),
        await pdfsig(copy),
        await pyhanko(copy, { ...letter, ades: 'time' }),
        await dss([copy], letter),
      ];
      for (const judged of judgements) expect(judged.ok, judged.output).toBe(true);
    });
  });
});
