import { sqliteEventStore } from '@sillok/event-store/sqlite';

/** Another process: opens the folder and says how that went; holds it open until the parent lets go or kills it. */
const folder = process.argv[2];
if (folder !== undefined) tryToOpen(folder);

function tryToOpen(path: string): void {
  try {
    const store = sqliteEventStore({ folder: path });
    process.once('disconnect', () => store.close());
    process.send?.('opened');
  } catch (error) {
    process.send?.(error instanceof Error && 'code' in error ? error.code : String(error));
    process.disconnect();
  }
}
