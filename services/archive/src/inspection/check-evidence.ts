import type { PackageInput } from '@sillok/archival-package';
import { verifyPackage } from '@sillok/evidence/verifying';
import type { Question } from '@sillok/kernel';
import type { Trust } from '@sillok/signatures/verifying';
import { blockingFinding, type Checked } from './finding.ts';

/** Signatures and histories of every record, by what the sender's roots vouch for; only what fails is a finding. */
export async function checkEvidence(input: PackageInput, trust: Trust): Promise<Checked> {
  const { questions } = await verifyPackage(input, { trust, witnesses: [] });
  // The structure has a check of its own.
  const asked = questions.filter(({ question }) => !question.startsWith('structure: '));
  const found = asked.filter(({ verdict }) => verdict === 'failed').map(findingOf);
  return { check: 'evidence', done: asked.length, found };
}

function findingOf({ question, reason, detail }: Question) {
  const path = /^representations\/[^/:]+/.exec(question)?.[0] ?? '';
  const code = /(^|: )history: /.test(question) ? 'history-failed' : 'evidence-failed';
  return blockingFinding(code, path, [question, reason, detail].filter((one) => one !== undefined).join('; '));
}
