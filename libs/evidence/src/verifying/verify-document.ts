import { about, failed, type Question, undecided } from '@sillok/kernel';
import type { StepStatement } from '@sillok/schemas/statements/step-statement';
import type { ExaminedPdf } from '@sillok/signatures/pdf';
import type { SignerFacts } from '@sillok/signatures/verifying';
import { sha256Hex } from '../digest.ts';
import { questionsOfStatements } from '../questions-of-statements.ts';
import type { Anchors } from './anchors.ts';
import { verifyManifest } from './verify-manifest.ts';
import { verifySealedPdf } from './verify-sealed-pdf.ts';
import { type SignedStatement, verifyStatement } from './verify-statement.ts';

/** A document as it leaves an institution; what is absent was not found. */
export interface DocumentFiles {
  readonly pdf: Uint8Array | undefined;
  readonly manifest: Uint8Array | undefined;
  /** In the order of signing. */
  readonly statements: readonly SignedStatement[];
}

export interface DocumentVerdict {
  readonly questions: readonly Question[];
  readonly statements: readonly StepStatement[];
  readonly seals: readonly SignerFacts[];
  readonly examined: ExaminedPdf | undefined;
}

/** A sealed document with its statements and its manifest: each by itself, and that they are about one paper. */
export function verifyDocument(files: DocumentFiles, anchors: Anchors, provenAt?: string): DocumentVerdict {
  const verdicts = files.statements.map((one) => ({ name: one.name, ...verifyStatement(one, anchors, provenAt) }));
  const statements = verdicts.flatMap((one) => one.statement ?? []);
  const paper = statements.at(-1)?.paper;
  const pdf =
    files.pdf === undefined
      ? undefined
      : verifySealedPdf(files.pdf, anchors, paper && { length: paper.bytes, sha256: paper.sha256 });
  return {
    questions: [
      ...(pdf === undefined ? [missing('document.pdf')] : about('document.pdf', pdf.questions)),
      ...(files.manifest === undefined
        ? [missing('manifest.json')]
        : about('manifest.json', verifyManifest(files.manifest, statements))),
      ...verdicts.flatMap((one) => about(one.name, one.questions)),
      ...about('statements', storyQuestions(files, paper?.bytes)),
    ],
    statements,
    seals: pdf?.seals ?? [],
    examined: pdf?.examined,
  };
}

function storyQuestions({ pdf, statements }: DocumentFiles, paperBytes: number | undefined): readonly Question[] {
  if (statements.length === 0) return [failed('present', 'SIGNED_DATA_NOT_FOUND', 'there is no statement')];
  const start = pdf?.subarray(0, paperBytes ?? 0) ?? new Uint8Array(0);
  const paper = { sha256: sha256Hex(start), bytes: start.length };
  return questionsOfStatements(
    statements.map((one) => one.bytes),
    paper,
  );
}

function missing(name: string): Question {
  return undecided(`${name}: present`, 'SIGNED_DATA_NOT_FOUND', 'it was not found');
}
