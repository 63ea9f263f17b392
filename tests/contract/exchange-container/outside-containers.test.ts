import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { questionsOfAsic, readAsic } from '@sillok/exchange-container';
import { type Question, worstOf } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';

const corpora = process.env['SILLOK_CORPORA'];
const folder = join(corpora ?? '', 'asic-cades');

/**
 * What each container of DSS's own tests is, by its name and by what DSS says of it. Undecided is what only a
 * timestamp or an evidence record stands for, or what carries one beside its signature.
 */
const verdicts: Readonly<Record<string, string>> = {
  'multifiles-ok.asice': 'passed',
  'multifiles-ok.asics': 'passed',
  'asice-cades-lta-atst-v3.sce': 'passed',
  'asice-cades-new-line-mimetype': 'passed',
  'emptyCertStore.asice': 'passed',
  'evidencerecord/cades-ers.scs': 'passed',
  'evidencerecord/cades-lt-two-sigs.sce': 'passed',
  'ASICE-CAdES-BpLTA-2-BpLTA-DSS5.4.asice': 'indeterminate',
  'ASiC-E-CAdES-BpLTA-copied-arctst.sce': 'indeterminate',
  'asice-level-lta-with-custom-manifest-namespace.sce': 'indeterminate',
  'cades-duplicate-orphan-revocation.asice': 'indeterminate',
  'cades-lta-alternative-naming.sce': 'indeterminate',
  'dss1792.asice': 'indeterminate',
  'tstWithEmptyCertSource.asice': 'indeterminate',
  'evidencerecord/cades-lt-with-er-chain-renewed-missed-ref.sce': 'indeterminate',
  'evidencerecord/cades-lt-with-er-chain-renewed.sce': 'indeterminate',
  'evidencerecord/cades-lt-with-er-covers-more-files.sce': 'indeterminate',
  'evidencerecord/cades-lt-with-er-multi-files-different-algo.sce': 'indeterminate',
  'evidencerecord/cades-lt-with-er-no-sig.sce': 'indeterminate',
  'evidencerecord/cades-lt-with-two-ers-sequence-multi-files.sce': 'indeterminate',
  'evidencerecord/cades-lta.sce': 'indeterminate',
  'evidencerecord/er-asn1-full-renewal-no-manifest.asice': 'indeterminate',
  'evidencerecord/er-asn1-full-renewal.asics': 'indeterminate',
  'evidencerecord/er-asn1-multi-files.asice': 'indeterminate',
  'evidencerecord/er-asn1-no-hashtree-wrong-digest-algo.sce': 'indeterminate',
  'evidencerecord/er-asn1-no-hashtree.sce': 'indeterminate',
  'evidencerecord/er-asn1-tst-renewal.asice': 'indeterminate',
  'evidencerecord/er-multi-files.asice': 'indeterminate',
  'evidencerecord/er-no-hashtree-xml-with-manifest.scs': 'indeterminate',
  'evidencerecord/er-no-hashtree-xml.scs': 'indeterminate',
  'evidencerecord/tst-with-two-diff-ers.sce': 'indeterminate',
  'brokenReferenceAndAlteredManifest.asice': 'failed container-read FORMAT_FAILURE',
  'cades-invalid-digest-algo.asics': 'failed content HASH_FAILURE',
  // Its file name is in code page 852 and named by no manifest.
  'cp852encoded_signature.asice': 'failed covered FORMAT_FAILURE',
  'malformed-container.asics': 'failed container-read FORMAT_FAILURE',
  'nonConformantManifest.asice': 'failed container-read FORMAT_FAILURE',
  'open-document-signed.odp': 'failed container-read FORMAT_FAILURE',
  'open-document-signed.odt': 'failed container-read FORMAT_FAILURE',
  'open-document.odp': 'failed container-read FORMAT_FAILURE',
  'removed-doc.asice': 'failed digest SIGNED_DATA_NOT_FOUND',
  'removed-doc.asics': 'failed content HASH_FAILURE',
  'evidencerecord/er-asn1-full-renewal-with-invalid-manifest.asice': 'failed digest HASH_FAILURE',
  'evidencerecord/er-asn1-full-renewal-with-invalid-manifest.asics': 'failed digest HASH_FAILURE',
  'evidencerecord/er-asn1-no-hashtree-wrong-digest.sce': 'failed digest HASH_FAILURE',
  'evidencerecord/er-asn1-no-hashtree-wrong-manifest-file.sce': 'failed digest HASH_FAILURE',
  // The digest in its manifest is over the canonical form of XML, which no ASiC manifest can say.
  'evidencerecord/er-no-hashtree-xml-manifest-canonicalized.sce': 'failed digest HASH_FAILURE',
};

/** Whether a CMS of any form and age is over this content: its message-digest attribute is. Who signed is not asked. */
function isOverContent(cms: Uint8Array, content: Uint8Array): readonly Question[] {
  const digests = ['sha1', 'sha256', 'sha384', 'sha512'].map((name) => createHash(name).update(content).digest());
  const isOver = digests.some((digest) => Buffer.from(cms).includes(digest));
  if (isOver) return [{ question: 'content', verdict: 'passed' }];
  return [{ question: 'content', verdict: 'failed', reason: 'HASH_FAILURE' }];
}

function outcomeOf(questions: readonly Question[]): string {
  const worst = worstOf(questions);
  const [first] = questions.filter((one) => one.verdict === 'failed');
  return first === undefined ? worst : `${worst} ${first.question} ${first.reason}`;
}

describe.skipIf(corpora === undefined)('containers made by others, from SILLOK_CORPORA', () => {
  it.each(Object.entries(verdicts))('%s: %s', async (name, verdict) => {
    const questions = await questionsOfAsic(await readFile(join(folder, name)), isOverContent);
    expect(outcomeOf(questions), JSON.stringify(questions, undefined, 1)).toBe(verdict);
  });

  it('none is left out', () => {
    const files = readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('incorporation'))
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect(files.sort()).toEqual(Object.keys(verdicts).sort());
  });

  it('says how a container departs from the form that it should have', async () => {
    const read = await readAsic(await readFile(join(folder, 'ASICE-CAdES-BpLTA-2-BpLTA-DSS5.4.asice')));
    expect(read.departures).toEqual(['mimetype is not the first entry', 'mimetype is compressed']);
  });

  it('takes no container of another for one of ours', async () => {
    const bytes = await readFile(join(folder, 'multifiles-ok.asice'));
    const questions = await questionsOfAsic(bytes, isOverContent, { form: 'own' });
    expect(outcomeOf(questions)).toBe('failed container-bytes FORMAT_FAILURE');
  });
});
