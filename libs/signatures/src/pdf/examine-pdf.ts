import { createHash } from 'node:crypto';
import { failed, hasCode, passed, type Question, SillokError, undecided } from '@sillok/kernel';
import { compareRevision, type RevisionComparison } from './compare-revision.ts';
import { coversWholeFile, fileQuestions } from './file-questions.ts';
import { claimedTime, cmsIn, type FoundSignature, findSignatures, signedDigest } from './find-signatures.ts';
import { fieldsOf } from './form-fields.ts';
import { lastView, type PdfFile } from './pdf-file.ts';
import { readPdf } from './read-pdf.ts';
import type { RevisionAct } from './revision-change.ts';
import { signatureQuestions } from './signature-questions.ts';
import { readTextString } from './text-string.ts';

export interface ExaminedPdf {
  readonly revisions: readonly ExaminedRevision[];
  /** In the order of their revisions. */
  readonly signatures: readonly ExaminedSignature[];
  readonly fields: readonly { readonly name: string; readonly value: string | undefined }[];
  /** Of the structure only; `verifyCades` and `verifyTimestampToken` judge each `cms` against its `signedDigest`. */
  readonly questions: readonly Question[];
}

/** A prefix of the file. `length` is in bytes and ends with `%%EOF`, `sha256` is in hex. */
export interface ExaminedRevision {
  readonly length: number;
  readonly sha256: string;
  /** What it did to the revision before; empty for the first. */
  readonly acts: readonly RevisionAct[];
  /** What it did and nothing allows. Before the first signature these are no question, but a paper may ask. */
  readonly faults: readonly string[];
}

export interface ExaminedSignature {
  readonly field: string;
  readonly kind: 'seal' | 'timestamp' | 'unknown';
  readonly byteRange: readonly [number, number, number, number] | undefined;
  /** DER, without the zeros behind it. */
  readonly cms: Uint8Array | undefined;
  /** SHA-256 over the byte range. */
  readonly signedDigest: Uint8Array | undefined;
  readonly coversWholeFile: boolean;
  /** The claimed time of /M; no evidence. */
  readonly signedAt: string | undefined;
  /** 1-based. */
  readonly revision: number;
}

/**
 * What a PDF's structure tells about its signatures. Never throws for what the input holds: a file that cannot be read
 * strictly answers the one question `structure`: failed, or undecided where it is legal and only not read here.
 */
export function examinePdf(bytes: Uint8Array): ExaminedPdf {
  try {
    return examineFile(readPdf(bytes));
  } catch (error) {
    if (!hasCode(error, 'PDF_MALFORMED')) throw error;
    return { revisions: [], signatures: [], fields: [], questions: [unreadable(error)] };
  }
}

function unreadable(error: unknown): Question {
  const detail = error instanceof Error ? error.message : '';
  const legal = error instanceof SillokError && error.details['unsupported'] !== undefined;
  return (legal ? undecided : failed)('structure', 'FORMAT_FAILURE', detail);
}

/** The questions alone. */
export function questionsOfPdf(bytes: Uint8Array): readonly Question[] {
  return examinePdf(bytes).questions;
}

function examineFile(file: PdfFile): ExaminedPdf {
  const comparisons = file.revisions.map((_, index) => (index === 0 ? untouched : compareRevision(file, index)));
  const signatures = findSignatures(file);
  const text = Buffer.from(file.bytes).toString('latin1');
  return {
    revisions: examinedRevisions(file, comparisons),
    signatures: signatures.map((found) => examinedSignature(file, found)),
    fields: fieldsOf(lastView(file)).flatMap(({ kind, name, value }) =>
      kind === 'signature' ? [] : [{ name, value: value?.type === 'string' ? readTextString(value) : undefined }],
    ),
    questions: [
      passed('structure'),
      ...signatures.flatMap((found) => signatureQuestions(file, text, found)),
      ...fileQuestions(file, signatures, comparisons),
    ],
  };
}

const untouched: RevisionComparison = { acts: [], faults: [] };

function examinedRevisions(file: PdfFile, comparisons: readonly RevisionComparison[]): ExaminedRevision[] {
  const hash = createHash('sha256');
  let at = 0;
  return file.revisions.map(({ end }, index) => {
    hash.update(file.bytes.subarray(at, end));
    at = end;
    return { length: end, sha256: hash.copy().digest('hex'), ...(comparisons[index] ?? untouched) };
  });
}

function examinedSignature(file: PdfFile, found: FoundSignature): ExaminedSignature {
  const { field, kind, byteRange, contents, revision } = found;
  return {
    field,
    kind,
    byteRange,
    cms: contents === undefined ? undefined : cmsIn(contents.bytes),
    signedDigest: byteRange === undefined ? undefined : signedDigest(file.bytes, byteRange),
    coversWholeFile: coversWholeFile(file, found),
    signedAt: claimedTime(found.dict),
    revision: revision + 1,
  };
}
