import { join } from 'node:path';
import { type Anchors, type PackageVerdict, verifyPackage, verifyTransferReceipts } from '@sillok/evidence/verifying';
import { about, asked, type Question } from '@sillok/kernel';
import { type TransferFiles, transferFilesIn } from './package-files.ts';
import type { ArtifactKind } from './report.ts';

/** What was handed to the archives, as it lies in an exported folder. */
export interface TransferVerdict {
  readonly questions: readonly Question[];
  readonly paths: readonly { readonly path: string; readonly kind: ArtifactKind }[];
}

/**
 * Submissions, archival packages and receipts in one folder: each by itself, that the receipts answer the submission
 * and take over its files, that the archival package was made of it and is the one that they name, and, where a document
 * lies beside them, that it is among the records.
 */
export async function verifyTransfer(folder: string, anchors: Anchors, documentId?: string): Promise<TransferVerdict> {
  const files = transferFilesIn(folder);
  const packages = [...files.submissions, ...files.preserved];
  const verdicts = new Map<string, PackageVerdict>();
  for (const path of packages) verdicts.set(path, await verifyPackage(join(folder, path), anchors, files.receipts));
  const unasked = { answers: undefined, items: [] };
  return {
    questions: [
      ...(packages.length === 0 ? verifyTransferReceipts(files.receipts, unasked, anchors) : []),
      ...once([...verdicts].flatMap(([path, { questions }]) => questionsOf(path, questions, files))),
      ...about('agreement', agreementQuestions(files, verdicts, documentId)),
    ],
    paths: [
      ...packages.map((path) => ({ path, kind: 'package' }) as const),
      ...files.receipts.map(({ name }) => ({ path: name, kind: 'transfer-receipt' }) as const),
    ],
  };
}

/** What is asked of a receipt is asked of it, whichever package was looked at. */
function questionsOf(path: string, questions: readonly Question[], { receipts }: TransferFiles): readonly Question[] {
  const isOfReceipt = ({ question }: Question) => receipts.some(({ name }) => question.startsWith(`${name}: `));
  return [
    ...questions.filter(isOfReceipt),
    ...about(
      path,
      questions.filter((one) => !isOfReceipt(one)),
    ),
  ];
}

function once(questions: readonly Question[]): readonly Question[] {
  return [...new Map(questions.map((one) => [JSON.stringify(one), one])).values()];
}

function agreementQuestions(
  { submissions, preserved }: TransferFiles,
  verdicts: ReadonlyMap<string, PackageVerdict>,
  documentId: string | undefined,
): readonly Question[] {
  const sent = submissions.map((path) => verdicts.get(path)?.answers);
  const items = [...verdicts.values()].flatMap((one) => one.items.map((item) => item.documentId));
  return [
    ...preserved.flatMap((path) =>
      sent.length === 0
        ? []
        : [
            asked(
              `${path} is made of the submission`,
              verdicts.get(path)?.answers !== undefined && sent.includes(verdicts.get(path)?.answers),
              'HASH_FAILURE',
              'it keeps the METS of another submission',
            ),
          ],
    ),
    ...(documentId === undefined || verdicts.size === 0
      ? []
      : [
          asked(
            'the document was handed over',
            items.includes(documentId),
            'SIG_CONSTRAINTS_FAILURE',
            'it is in no package',
          ),
        ]),
  ];
}
