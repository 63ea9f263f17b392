import { commandIdOf, type Journal } from '@sillok/journal';
import { isRefusal, type Json, refusalAsError } from '@sillok/kernel';
import type { DirectoryEvent } from '@sillok/schemas/events/directory/all';
import { entryDecider, entryStream } from '../entry/decide.ts';

/** The founding's way in: the same commands as over HTTP, by whoever sets the institution up. Doing it twice is once. */
export function foundingDirectory(journal: Journal, institutionId: string) {
  return async (event: DirectoryEvent): Promise<void> => {
    const stream = entryStream(event);
    const key = `${event.type}/${stream}`;
    const commandId = commandIdOf(institutionId, 'service:founding', 'EnterDirectory', key);
    const outcome = await journal.execute(
      entryDecider,
      stream,
      { type: 'EnterDirectory', event },
      {
        actor: 'service:founding',
        commandId,
        correlationId: commandId,
        causationId: commandId,
        // Plans are data, and the journal parses the event once more.
        input: { ...event } as Json,
      },
    );
    if (isRefusal(outcome)) throw refusalAsError(outcome);
  };
}
