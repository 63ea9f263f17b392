import { dirname } from 'node:path';
import { readOptions, userPath } from '../command-options.ts';
import { setAside } from '../composition/data-folder.ts';
import { openSmallCountry } from '../composition/small-country.ts';
import { startMessage } from '../composition/start-message.ts';
import { faultSentence } from '../fault-sentence.ts';
import { furnish } from '../life/furnish.ts';
import { progressBar } from '../progress.ts';

export const summary = 'Start the small country: two ministries, a municipality, their people and their documents';

export const usage = `usage: sillok start [--port N] [--data FOLDER] [--events SERVER] [--fresh] [--empty]

  --port N        where to listen on this machine (8080; 0 takes a free one)
  --data FOLDER   where everything is kept (./data)
  --events SERVER where the logs lie, if not in the folder: esdb://user:password@host:2113 (or SILLOK_EVENTS)
  --fresh         set the old folder aside and begin anew
  --empty         found the institutions without documents

Ctrl-C or SIGTERM finishes what was acknowledged and ends with 0.`;

export async function run(args: readonly string[]): Promise<number> {
  const parsed = readOptions(args, {
    port: { type: 'string', default: process.env['PORT'] ?? '8080' },
    data: { type: 'string', default: 'data' },
    events: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
  });
  if (parsed === undefined) return 2;
  const port = Number(parsed.values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error('sillok: --port takes a number from 0 to 65535');
    return 2;
  }
  const folder = userPath(parsed.values.data);
  try {
    return await start(folder, port, parsed.values);
  } catch (error) {
    console.error(faultSentence(error, dirname(folder)));
    return 1;
  }
}

interface Choices {
  readonly events?: string | undefined;
  readonly fresh: boolean;
  readonly empty: boolean;
}

async function start(
  dataFolder: string,
  port: number,
  { events = process.env['SILLOK_EVENTS'], fresh, empty }: Choices,
): Promise<number> {
  const stopping = signalled();
  const aside = fresh ? setAside(dataFolder, new Date().toISOString()) : undefined;
  const country = await openSmallCountry({ dataFolder, port, events });
  if (aside !== undefined) console.error(`The old folder is now ${aside}`);
  try {
    const rest = empty ? undefined : await furnish(country, stopping);
    country.open();
    if (!stopping.aborted) process.stdout.write(startMessage(country));
    await Promise.all([rest?.(progressBar), aborted(stopping)]);
  } catch (error) {
    // Stopping ends requests of the furnishing itself; that is no failure.
    if (!stopping.aborted) throw error;
  } finally {
    country.open();
    await country.stop();
  }
  return 0;
}

// A signal to the process group arrives twice where the entry hands it on too: the second must not kill the first's work.
function signalled(): AbortSignal {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return stopping.signal;
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
