import { failed, passed, type Question, undecided } from '@sillok/kernel';
import type { Certificate } from '../certificates/certificate.ts';
import { type CertificatePath, findPaths } from './find-paths.ts';
import { revocationStatus } from './revocation-status.ts';
import type { ReadTrust } from './trust.ts';
import { type Purpose, pathProblem } from './validate-path.ts';

export interface ChainInquiry {
  /** Names of the two questions. */
  readonly names: { readonly chain: string; readonly revocation: string };
  readonly signer: Certificate;
  readonly pool: readonly Certificate[];
  readonly trust: ReadTrust;
  /** `undefined` where no trusted instant is known. */
  readonly at: string | undefined;
  readonly purpose: Purpose;
}

/** Whether the signer's chain leads to a given root, was valid then, and was not revoked then. */
export function chainQuestions(inquiry: ChainInquiry): readonly Question[] {
  const { names, signer, pool, trust, at, purpose } = inquiry;
  const paths = findPaths(signer, pool, trust.roots);
  const [first] = paths;
  if (first === undefined) {
    const detail = trust.roots.length === 0 ? 'no root was given' : 'no path to a given root';
    return bothUndecided(inquiry, 'NO_CERTIFICATE_CHAIN_FOUND', detail);
  }
  if (at === undefined) return bothUndecided(inquiry, 'NO_POE', 'no trusted instant of the signature');
  const good = paths.find((path) => pathProblem(path, at, purpose) === undefined);
  if (good !== undefined) return [passed(names.chain), revocationQuestion(inquiry, good, at)];
  const problem = pathProblem(first, at, purpose);
  return [{ question: names.chain, ...problem, verdict: problem?.verdict ?? 'indeterminate' }];
}

function bothUndecided({ names }: ChainInquiry, reason: string, detail: string): readonly Question[] {
  return [undecided(names.chain, reason, detail), undecided(names.revocation, reason, detail)];
}

/** EN 319 102-1 table 6: REVOKED for what signed, REVOKED_CA_NO_POE for what stands above it. */
function revocationQuestion({ names, trust }: ChainInquiry, path: CertificatePath, at: string): Question {
  let answer = passed(names.revocation);
  for (const [index, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[index + 1];
    if (issuer === undefined) break;
    const found = revocationStatus(certificate, issuer, trust.evidence, at);
    const name = certificate.commonName ?? certificate.serial;
    if (found.status === 'revoked' && index === 0) return failed(names.revocation, 'REVOKED', `${name} ${found.at}`);
    if (found.status === 'revoked') return undecided(names.revocation, 'REVOKED_CA_NO_POE', `${name} ${found.at}`);
    if (found.status === 'unknown') answer = undecided(names.revocation, 'TRY_LATER', `nothing usable about ${name}`);
  }
  return answer;
}
