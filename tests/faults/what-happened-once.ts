import type { Envelope } from '@sillok/schemas/vocabulary/envelope';

/** One folder on its way to the archives, as both logs and the disk tell it. */
export interface WayToArchives {
  readonly transferId: string;
  readonly folderId: string;
  readonly items: readonly string[];
  readonly sender: readonly Envelope[];
  readonly archives: readonly Envelope[];
  /** The names of the files in the archives' store. */
  readonly packageFiles: readonly string[];
  /** Files anywhere in the data folder that somebody began and did not end. */
  readonly unfinished: readonly string[];
}

const receipts = ['accepted', 'arrived'];

/** What happened another number of times than once, each in a word; empty for a folder that went as it should. */
export function notOnce(way: WayToArchives): readonly string[] {
  return [...amongEvents(way), ...amongAccessions(way), ...amongFiles(way)];
}

function amongEvents({ transferId, folderId, items, sender, archives }: WayToArchives): readonly string[] {
  const ofSender = about(sender, transferId);
  const ofArchives = about(archives, transferId);
  const one = [transferId];
  return [
    ...['TransferPrepared', 'SubmissionBuilt', 'SubmissionDelivered'].flatMap((type) =>
      differs(type, ofSender(type, 'transferId'), one),
    ),
    ...differs('TransferReceiptTaken', ofSender('TransferReceiptTaken', 'kind'), receipts),
    ...differs('HistoryClosed', ofSender('HistoryClosed', 'documentId'), items),
    ...differs('HistoryReopened', ofSender('HistoryReopened', 'documentId'), []),
    ...differs('PassedToArchives', ofSender('PassedToArchives', 'documentId'), items),
    ...differs('FolderPassedToArchives', ofSender('FolderPassedToArchives', 'folderId'), [folderId]),
    ...['SubmissionArrived', 'SubmissionInspected', 'SubmissionDecided', 'SubmissionAccepted'].flatMap((type) =>
      differs(type, ofArchives(type, 'transferId'), one),
    ),
    ...['AccessionRegistered', 'PackagePreserved'].flatMap((type) =>
      differs(type, ofArchives(type, 'transferId'), one),
    ),
    ...['ReceiptIssued', 'ReceiptSent'].flatMap((type) => differs(type, ofArchives(type, 'kind'), receipts)),
  ];
}

/** The numbers of each year begin with one and leave none out, whoever they were given to. */
function amongAccessions({ archives }: WayToArchives): readonly string[] {
  const years = Map.groupBy(named(archives, 'AccessionRegistered'), ({ data }) => data['year']);
  return [...years.values()].flatMap((all) =>
    differs(
      'number',
      all.map(({ data }) => String(data['number'])),
      all.map((_, index) => String(index + 1)),
    ),
  );
}

function amongFiles({ archives, packageFiles, unfinished }: WayToArchives): readonly string[] {
  const told = named(archives, 'PackagePreserved').map(({ data }) => String(data['packageFile']));
  return [...differs('file', packageFiles, told), ...differs('unfinished', unfinished, [])];
}

function about(events: readonly Envelope[], transferId: string) {
  return (type: string, field: string) =>
    named(events, type).flatMap(({ data }) => (data['transferId'] === transferId ? [String(data[field])] : []));
}

function named(events: readonly Envelope[], type: string): readonly Envelope[] {
  return events.filter((one) => one.type.split('.')[1] === type);
}

function differs(what: string, found: readonly string[], wished: readonly string[]): readonly string[] {
  const [there, right] = [found.toSorted().join(' '), wished.toSorted().join(' ')];
  return there === right ? [] : [`${what}: ${there || 'none'}`];
}
