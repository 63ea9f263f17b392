import { setTimeout as delay } from 'node:timers/promises';
import { type DirectoryState, dateAt, packInForce } from '@sillok/authority';
import { commandIdOf } from '@sillok/journal';
import { type CivilDate, isRefusal, refusalAsError } from '@sillok/kernel';
import { closingCommand } from '../closing/closing-command.ts';
import type { RecordsContext } from '../context.ts';
import { dayOfClosing } from '../folder/closing.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { placeOf } from '../reading/reading-folder.ts';

const lookEveryMs = 250;

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
  while (!signal.aborted) {
    if (isCaughtUp)
      await closeDueFolders(context).catch((error: unknown) => {
        if (!signal.aborted)
          context.onAlarm({ where: 'statutory-calendar', message: 'the calendar stands still', error });
      });
    await delay(lookEveryMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

async function closeDueFolders(context: RecordsContext): Promise<void> {
  const directory = await context.directory.latest();
  const today = dateAt(directory, context.clock.now());
  for (const row of closable(context, Number(today.slice(0, 4)))) {
    const folderId = String(row['folder_id']);
    const on = dueDay(context, directory, row, today);
    if (on !== undefined) await closeFolder(context, directory, folderId, on);
  }
}

/** Open, of one year that may be over, and nothing under approval for it. */
function closable(context: RecordsContext, year: number) {
  return context.records.db
    .prepare(
      `SELECT * FROM folder WHERE status = 'open' AND multi_year = 0 AND year <= ?
       AND folder_id NOT IN (SELECT folder_id FROM pending_case) ORDER BY folder_id LIMIT 500`,
    )
    .all(year);
}

function dueDay(
  context: RecordsContext,
  directory: DirectoryState,
  row: Readonly<Record<string, unknown>>,
  today: CivilDate,
): CivilDate | undefined {
  const active = packInForce(directory, today);
  if (active === undefined) return undefined;
  const { lastFiledAt } = placeOf(context, String(row['folder_id']));
  const folder = {
    year: Number(row['year']),
    openedOn: dateAt(directory, String(row['opened_at'])),
    lastFiledOn: lastFiledAt === undefined ? undefined : dateAt(directory, lastFiledAt),
  };
  return dayOfClosing(active.pack, folder, today);
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
