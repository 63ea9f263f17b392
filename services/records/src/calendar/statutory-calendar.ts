import { setTimeout as delay } from 'node:timers/promises';
import { type DirectoryState, dateAt, packInForce } from '@sillok/authority';
import { commandIdOf } from '@sillok/journal';
import { type CivilDate, isRefusal, refusalAsError } from '@sillok/kernel';
import { closingCommand } from '../closing/closing-command.ts';
import type { RecordsContext } from '../context.ts';
import { dayOfClosing, lastYearOver } from '../folder/closing.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { placeOf } from '../reading/reading-folder.ts';

const lookEveryMs = 250;
const mostMs = 30_000;

/**
 * Closes what the calendar closes: the folders of a year once its last day is over where the institution is. One of a
 * task over several years waits for its people, and one for which a document is still under approval until that case has
 * ended. Nothing is remembered between two looks: what is open and due is read each time, and each folder's closing is a
 * command of its own, named after the folder, so that a crash or a second look repeats nothing.
 */
export function startStatutoryCalendar(context: RecordsContext): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = lookAgainAndAgain(context, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function lookAgainAndAgain(context: RecordsContext, signal: AbortSignal): Promise<void> {
  // A list that lacks the newest cases would close a folder under their feet.
  let isCaughtUp = false;
  context.records.caughtUp().then(
    () => {
      isCaughtUp = true;
    },
    () => undefined,
  );
  for (let failures = 0; !signal.aborted; ) {
    failures = !isCaughtUp || (await hasLooked(context, signal)) ? 0 : failures + 1;
    const wait = Math.min(lookEveryMs * 2 ** failures, mostMs);
    await delay(wait, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

async function hasLooked(context: RecordsContext, signal: AbortSignal): Promise<boolean> {
  try {
    await closeDueFolders(context);
    return true;
  } catch (error) {
    if (!signal.aborted) context.onAlarm({ where: 'statutory-calendar', message: 'a folder was not closed', error });
    return false;
  }
}

async function closeDueFolders(context: RecordsContext): Promise<void> {
  const directory = await context.directory.latest();
  const today = dateAt(directory, context.clock.now());
  const pack = packInForce(directory, today)?.pack;
  const year = pack === undefined ? undefined : lastYearOver(pack, today);
  if (pack === undefined || year === undefined) return;
  for (const row of closable(context, year)) {
    const on = dayOfClosing(pack, datesOf(context, directory, row), today);
    if (on !== undefined) await closeFolder(context, directory, String(row['folder_id']), on);
  }
}

/** Open, of one year that is over, and nothing under approval for it. */
function closable(context: RecordsContext, year: number) {
  return context.records.db
    .prepare(
      `SELECT * FROM folder WHERE status = 'open' AND multi_year = 0 AND year <= ?
       AND folder_id NOT IN (SELECT folder_id FROM pending_case) ORDER BY folder_id`,
    )
    .all(year);
}

function datesOf(context: RecordsContext, directory: DirectoryState, row: Readonly<Record<string, unknown>>) {
  const { lastFiledAt } = placeOf(context, String(row['folder_id']));
  return {
    year: Number(row['year']),
    openedOn: dateAt(directory, String(row['opened_at'])),
    lastFiledOn: lastFiledAt === undefined ? undefined : dateAt(directory, lastFiledAt),
  };
}

async function closeFolder(
  context: RecordsContext,
  directory: DirectoryState,
  folderId: string,
  on: CivilDate,
): Promise<void> {
  const command = closingCommand(context, directory, folderId, on);
  if (isRefusal(command)) throw refusalAsError(command);
  const actor = 'service:records';
  const commandId = commandIdOf(context.institutionId, actor, 'CloseFolder', folderId);
  const cause = { actor, commandId, correlationId: commandId, causationId: commandId, input: ['calendar', folderId] };
  const outcome = await context.journal.execute(folderDecider, folderStream(folderId), command, cause);
  // Whoever closed it by hand in the meantime was quicker.
  if (isRefusal(outcome) && outcome.refused !== 'folder-closed') throw refusalAsError(outcome);
}
