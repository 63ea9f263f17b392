import { identifyFormat, readPackage, validatePackage } from '@sillok/archival-package';
import { noAnchors, verifyPackage } from '@sillok/evidence/verifying';
import type { Question } from '@sillok/kernel';

/** What must not leave the house: a requirement of the profiles or of ours, and where. */
export interface InspectionFinding {
  /** At most 64 characters: `CSIP1`, `SILLOK-FILE-EMPTY`. */
  readonly code: string;
  /** Relative to the root folder; empty for the package itself. */
  readonly path: string;
  readonly message: string;
}

/**
 * The sender's own inspection (DEC 32④), of the bytes alone and without trust from outside: whatever a rule of the
 * profiles that is a MUST or a SHOULD says, each file of a record, and what seals, statements, histories and proofs
 * fail at. What only trust could decide stops nothing.
 */
export async function selfInspect(bytes: Uint8Array): Promise<readonly InspectionFinding[]> {
  const input = { name: 'submission.zip', bytes };
  const { findings } = await validatePackage(input);
  const { questions } = await verifyPackage(input, noAnchors);
  return [
    ...findings
      .filter(({ level }) => level !== 'MAY')
      .map(({ requirement, path, message }) => ({ code: requirement, path, message })),
    ...(await fileFindings(input)),
    ...questions
      .filter((one) => !one.question.startsWith(structure) && (one.verdict === 'failed' || isMissing(one)))
      .map(({ question, reason = '', detail = '' }) => ({
        code: 'SILLOK-EVIDENCE',
        path: pathOf(question),
        message: [question, reason, detail].filter((part) => part !== '').join(': '),
      })),
  ];
}

/** A verifier cannot decide about what is not there; a sender can. */
function isMissing({ question, verdict, reason }: Question): boolean {
  return verdict !== 'passed' && reason === 'SIGNED_DATA_NOT_FOUND' && question.endsWith(': present');
}

/** It was asked before, and with more than the MUSTs. */
const structure = 'structure: ';

function pathOf(question: string): string {
  return /^(?:representations\/[^:]+|METS\.xml)/.exec(question)?.[0] ?? '';
}

async function fileFindings(input: Parameters<typeof readPackage>[0]): Promise<readonly InspectionFinding[]> {
  const source = await readPackage(input);
  try {
    const findings: InspectionFinding[] = [];
    for (const [path, file] of source.files) {
      if (!dataFile.test(path)) continue;
      const chunks: Buffer[] = [];
      for await (const chunk of await file.open()) chunks.push(chunk);
      findings.push(...findingsOf(path, Buffer.concat(chunks)));
    }
    return findings;
  } finally {
    await source.close();
  }
}

const dataFile = /^representations\/[^/]+\/data\//;

function* findingsOf(path: string, bytes: Uint8Array): Generator<InspectionFinding> {
  const { format, isEncrypted, isEmpty, ending } = identifyFormat(path, bytes);
  // An empty file is found by the rules already.
  if (isEmpty) return;
  if (format === undefined)
    yield { code: 'SILLOK-FORMAT-UNKNOWN', path, message: 'nobody can tell which format this is' };
  if (isEncrypted) yield { code: 'SILLOK-FILE-ENCRYPTED', path, message: 'the file needs a password' };
  if (ending === 'other')
    yield { code: 'SILLOK-FORMAT-OTHER', path, message: `the file is ${format?.name ?? 'of another format'}` };
}
