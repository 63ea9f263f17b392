import { readMetsReferences } from '@sillok/archival-package';
import { asked, failed, passed, type Question, undecided } from '@sillok/kernel';
import type { TransferReceipt } from '@sillok/schemas/statements/transfer-receipt';

export interface PreservedItem {
  /** `representations/item-0001/`. */
  readonly folder: string;
  readonly documentId: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/** Whether an archival package holds what the sender signed for, each representation byte for byte, and no other. */
export function submissionQuestions(
  mets: Uint8Array,
  items: readonly PreservedItem[],
  decided: TransferReceipt | undefined,
): readonly Question[] {
  const listed = listedIn(mets);
  if (listed === undefined) return [failed('representations', 'FORMAT_FAILURE', 'the METS cannot be read')];
  const here = new Map(items.map((one) => [`${one.folder}METS.xml`, digestOfMets(one)]));
  const other = [...here].filter(([path, digest]) => listed.get(path) !== digest);
  const gone = [...listed.keys()].filter((path) => !here.has(path));
  return [
    ...(other.length === 0 ? [passed('representations')] : other.map(([path]) => otherQuestion(path))),
    ...gone.map((path) => goneQuestion(path, gone.length, decided)),
    ...(decided === undefined ? [] : [acceptedQuestion(items, decided)]),
  ];
}

function listedIn(mets: Uint8Array): ReadonlyMap<string, string | undefined> | undefined {
  const references = readMetsReferences(mets)?.filter(({ path }) => /^representations\/[^/]+\/METS\.xml$/.test(path));
  return references && new Map(references.map(({ path, sha256 }) => [path, sha256]));
}

function digestOfMets({ files }: PreservedItem): string | undefined {
  return files.find(({ path }) => path === 'METS.xml')?.sha256;
}

function otherQuestion(path: string): Question {
  return failed(`representations: ${path}`, 'HASH_FAILURE', 'it is not the one that the sender signed for');
}

/** By name nobody knows what is missing: as many as were returned may be. */
function goneQuestion(path: string, count: number, decided: TransferReceipt | undefined): Question {
  const question = `representations: ${path}`;
  if (decided === undefined)
    return undecided(question, 'SIGNED_DATA_NOT_FOUND', 'it is not here, and no receipt says why');
  if (decided.counts.returned === count) return passed(question, 'returned');
  return failed(question, 'SIGNED_DATA_NOT_FOUND', `it is not here, and ${decided.counts.returned} were returned`);
}

function acceptedQuestion(items: readonly PreservedItem[], { items: said }: TransferReceipt): Question {
  const accepted = said.filter(({ outcome }) => outcome === 'accepted').map(({ documentId }) => documentId);
  const here = items.map(({ documentId }) => documentId);
  const isSame = accepted.toSorted().join() === here.toSorted().join();
  return asked('accepted records', isSame, 'SIG_CONSTRAINTS_FAILURE', 'the receipt took over others');
}
