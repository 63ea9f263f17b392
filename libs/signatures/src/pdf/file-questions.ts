import { asked, type Question, undecided } from '@sillok/kernel';
import type { RevisionComparison } from './compare-revision.ts';
import type { FoundSignature } from './find-signatures.ts';
import type { PdfFile, PdfRevision } from './pdf-file.ts';
import type { PdfDict, PdfValue } from './pdf-value.ts';
import type { RevisionAct } from './revision-change.ts';

const after: readonly RevisionAct[] = ['timestamped', 'validation-data'];

/** What is asked of the file as a whole, given its signatures and each revision's comparison with the one before. */
export function fileQuestions(
  file: PdfFile,
  signatures: readonly FoundSignature[],
  comparisons: readonly RevisionComparison[],
): Question[] {
  const signed = file.revisions.findIndex((revision) => signaturesIn(revision).length > 0);
  const later = comparisons.flatMap((one, index) =>
    index > signed && signed >= 0 ? [revisionQuestion(one, index)] : [],
  );
  const first = [hiddenQuestion(file, signatures), ...later];
  if (signatures.length === 0) return [...first, undecided('signed', 'NO_SIGNATURE', 'no field holds a signature')];
  return [...first, sealQuestion(signatures, comparisons), coverageQuestion(file, signatures, comparisons)];
}

/** Every dictionary with a byte range, in whatever revision, must be the one of a field that is asked about. */
function hiddenQuestion(file: PdfFile, signatures: readonly FoundSignature[]): Question {
  const known = new Set(signatures.map((one) => one.dict));
  const hidden = file.revisions.flatMap(signaturesIn).find(({ dict }) => !known.has(dict));
  const shared = known.size < signatures.length;
  const detail = shared
    ? 'two fields hold one signature'
    : `object ${hidden?.number} is a signature that no field holds`;
  return asked('signatures-listed', hidden === undefined && !shared, 'FORMAT_FAILURE', detail);
}

function signaturesIn(revision: PdfRevision): { number: number; dict: PdfDict }[] {
  return [...revision.objects.values()].flatMap(({ number, value }) =>
    dictsIn(value).flatMap((dict) => (dict.entries.has('ByteRange') ? [{ number, dict }] : [])),
  );
}

function dictsIn(value: PdfValue): PdfDict[] {
  if (value.type === 'array') return value.items.flatMap(dictsIn);
  if (value.type === 'stream') return dictsIn(value.dict);
  return value.type === 'dict' ? [value, ...[...value.entries.values()].flatMap(dictsIn)] : [];
}

function revisionQuestion({ faults, acts }: RevisionComparison, index: number): Question {
  const detail = faults.length > 0 ? faults.join('; ') : 'it does nothing';
  return asked(`revision ${index + 1}`, faults.length === 0 && acts.length > 0, 'SIG_CONSTRAINTS_FAILURE', detail);
}

/** Behind the last seal only timestamps and validation data may come: a timestamp vouches for no content. */
function sealQuestion(signatures: readonly FoundSignature[], comparisons: readonly RevisionComparison[]): Question {
  const seal = signatures.findLast((one) => one.kind === 'seal');
  if (seal === undefined) return undecided('last-seal', 'NO_SIGNATURE', 'the file holds timestamps only');
  const later = comparisons.slice(seal.revision + 1).flatMap((one) => one.acts);
  const beyond = later.filter((act) => !after.includes(act));
  return asked('last-seal', beyond.length === 0, 'SIG_CONSTRAINTS_FAILURE', `${beyond.join(', ')} after the last seal`);
}

function coverageQuestion(
  file: PdfFile,
  signatures: readonly FoundSignature[],
  comparisons: readonly RevisionComparison[],
): Question {
  const last = signatures.at(-1);
  if (last !== undefined && coversWholeFile(file, last)) return asked('coverage', true, '');
  const uncovered = comparisons.slice((last?.revision ?? 0) + 1);
  const harmless = uncovered.length > 0 && uncovered.every((one) => one.faults.length === 0 && isValidationData(one));
  const detail = 'bytes behind the last signature are covered by none';
  // Validation data proves itself, but its bytes could be others: not forged, not shown either.
  return harmless ? undecided('coverage', 'NO_POE', detail) : asked('coverage', false, 'FORMAT_FAILURE', detail);
}

function isValidationData({ acts }: RevisionComparison): boolean {
  return acts.length > 0 && acts.every((act) => act === 'validation-data');
}

export function coversWholeFile(file: PdfFile, { byteRange }: FoundSignature): boolean {
  return byteRange !== undefined && byteRange[2] + byteRange[3] === file.bytes.length;
}
