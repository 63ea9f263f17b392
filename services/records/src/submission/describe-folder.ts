import type {
  DublinCore,
  ErmsClassificationSchema,
  ErmsDisposal,
  ErmsFolder,
  ErmsModel,
  ErmsRecord,
} from '@sillok/archival-package';
import { dateAt } from '@sillok/authority';
import { SillokError } from '@sillok/kernel';
import { type FolderClosed, folderClosed } from '@sillok/schemas/events/records/folder-closed';
import { type FolderOpened, folderOpened } from '@sillok/schemas/events/records/folder-opened';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import { ownName, unitAgent } from './agents-of.ts';
import { type Describing, ruleAt } from './describing.ts';
import { lastOfType } from './events-of-type.ts';
import { openedText } from './opened-values.ts';
import type { History } from './record-history.ts';
import { software } from './software.ts';

/** What the folder's own stream says of it. */
export interface FolderFacts {
  readonly opened: FolderOpened['data'];
  readonly openedAt: string;
  readonly title: string;
  readonly closed: FolderClosed['data'] | undefined;
  readonly closing: Envelope | undefined;
}

/** Throws EVENT_MALFORMED where no folder was opened. */
export function folderFacts(history: History): FolderFacts {
  const opening = lastOfType(history.events, folderOpened);
  if (opening === undefined) throw new SillokError('EVENT_MALFORMED', 'a folder that was never opened');
  const closing = lastOfType(history.events, folderClosed);
  return {
    opened: opening.data,
    openedAt: opening.envelope.recordedAt,
    title: openedText(history, opening.envelope, 'title') ?? opening.data.folderId,
    closed: closing?.data,
    closing: closing?.envelope,
  };
}

/** One description for each record, in its folder: what is returned drops out and the others stay whole. */
export function ermsOf(describing: Describing, folder: FolderFacts, record: ErmsRecord): ErmsModel {
  const { institutionId, at } = describing;
  const schema = classificationSchema(describing, folder);
  return {
    identifier: record.id,
    createdAt: at,
    agency: { name: ownName(describing), code: institutionId },
    system: software,
    ...(schema === undefined ? {} : { classificationSchema: schema }),
    folder: describeFolder(describing, folder),
    records: [record],
  };
}

/** The folder (기록물철) as CITS ERMS 3.0 tells of it; pure. */
export function describeFolder(describing: Describing, folder: FolderFacts): ErmsFolder {
  const { opened, closed, title, openedAt } = folder;
  const disposal = disposalOf(describing, folder);
  return {
    id: opened.folderId,
    title,
    classification: classificationOf(describing, opened.unitTaskId),
    status: closed === undefined ? 'open' : 'closed',
    openedOn: dateAt(describing.directory, openedAt),
    ...(closed === undefined ? {} : { closedOn: closed.on }),
    ...(disposal === undefined ? {} : { disposal }),
    agents: [unitAgent(describing, 'responsible-unit', opened.unitId)],
  };
}

/** How long it is kept, as it was counted at its closing by the pack of that day. */
function disposalOf(describing: Describing, { closed, closing }: FolderFacts): ErmsDisposal | undefined {
  if (closed === undefined || closing === undefined) return undefined;
  const law = ruleAt(describing, closing.recordedAt, (pack) => pack.retention);
  const period = law?.rule.find(({ id }) => id === closed.retention);
  return {
    retention: closed.retention,
    ...(period?.years == null ? {} : { period: `P${period.years}Y` }),
    ...(period === undefined ? {} : { description: period.name, action: actions[period.action] }),
    ...(law === undefined ? {} : { mandate: law.source }),
    start: closed.retentionStart,
    ...(closed.expiresOn === null ? {} : { end: closed.expiresOn }),
  };
}

const actions = { keep: 'transfer', appraise: 'review' } as const;

/** From the top down to the unit task; only that has a code. */
function classificationOf({ directory }: Describing, unitTaskId: string): ErmsFolder['classification'] {
  const task = directory.unitTasks.get(unitTaskId);
  if (task === undefined) return [{ code: unitTaskId, title: unitTaskId }];
  const path = task.functionPath.map((title) => ({ code: title, title }));
  return [...path, { code: task.code, title: task.name }];
}

function classificationSchema(
  { directory, institutionId }: Describing,
  { opened }: FolderFacts,
): ErmsClassificationSchema | undefined {
  const task = directory.unitTasks.get(opened.unitTaskId);
  return task === undefined ? undefined : { id: `${institutionId}-unit-tasks`, status: 'current', from: task.from };
}

/** The folder in simple Dublin Core, for whoever has no other program. */
export function folderDublinCore(
  describing: Describing,
  folder: FolderFacts,
  records: readonly ErmsRecord[],
): DublinCore {
  const { opened, closed } = folder;
  const { directory } = describing;
  const { classification, openedOn = '', disposal } = describeFolder(describing, folder);
  const unit = directory.units.get(opened.unitId)?.name;
  const languages = records.flatMap(({ language }) => language ?? []);
  return {
    title: folder.title,
    creator: [ownName(describing), ...(unit === undefined ? [] : [unit])],
    subject: classification.map(({ title }) => title),
    ...(disposal?.description === undefined ? {} : { description: disposal.description }),
    publisher: ownName(describing),
    contributor: [],
    date: [closed === undefined ? openedOn : `${openedOn}/${closed.on}`],
    type: 'Collection',
    format: [],
    identifier: [opened.folderId],
    language: [...new Set(languages)],
    relation: records.map(({ id }) => id),
    rights: [...new Set(records.flatMap(({ disclosure }) => disclosure?.class ?? []))],
  };
}
