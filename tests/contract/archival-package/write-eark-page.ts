import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { earkPage } from './eark-page.ts';
import { scoreCorpus } from './eark-score.ts';

// node run.js tests/contract/archival-package/write-eark-page.ts, with SILLOK_CORPORA set
const corpora = process.env['SILLOK_CORPORA'];
if (corpora === undefined) throw new Error('SILLOK_CORPORA names no folder');
const page = new URL('../../../docs/eark-scores.md', import.meta.url);
writeFileSync(page, earkPage(await scoreCorpus(join(corpora, 'eark-ip'))));
