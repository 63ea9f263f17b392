import { verifyPackage } from '@sillok/evidence/verifying';
import { beforeAll, expect, it } from 'vitest';
import { type SamplePackages, samplePackages } from './sample-package.ts';

let sample: SamplePackages;
beforeAll(async () => {
  sample = await samplePackages();
});
it('passes', async () => {
  const v = await verifyPackage(
    { name: 'transfer-0001.zip', bytes: sample.submission.bytes },
    sample.anchors,
    sample.receipts,
  );
  expect(v.questions.filter((q) => q.verdict !== 'passed')).toEqual([]);
  const a = await verifyPackage(
    { name: 'archival-0001.zip', bytes: sample.preserved.bytes },
    sample.anchors,
    sample.receipts,
  );
  expect(a.questions.filter((q) => q.verdict !== 'passed')).toEqual([]);
});
