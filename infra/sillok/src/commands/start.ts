import { readOptions, userPath } from '../command-options.ts';
import { setAside } from '../composition/data-folder.ts';
import { openSmallCountry, type SmallCountry } from '../composition/small-country.ts';
import { startMessage } from '../composition/start-message.ts';
import { faultSentence } from '../fault-sentence.ts';
import { furnish } from '../life/furnish.ts';
import { progressBar } from '../progress.ts';

export const summary = 'Start the small country: two ministries, their people and their documents';

export const usage = `usage: sillok start [--port N] [--data FOLDER] [--fresh] [--empty]

  --port N        where to listen on this machine (8080; 0 takes a free one)
  --data FOLDER   where everything is kept (./data)
  --fresh         set the old folder aside and begin anew
  --empty         found the institutions without documents

Ctrl-C or SIGTERM finishes what was acknowledged and ends with 0.`;

export async function run(args: readonly string[]): Promise<number> {
  const parsed = readOptions(args, {
    port: { type: 'string', default: process.env['PORT'] ?? '8080' },
    data: { type: 'string', default: 'data' },
    fresh: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
  });
  if (parsed === undefined) return 2;
  const port = Number(parsed.values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error('sillok: --port takes a number from 0 to 65535');
    return 2;
  }
  try {
    return await start(userPath(parsed.values.data), port, parsed.values);
  } catch (error) {
    console.error(faultSentence(error));
    return 1;
  }
}

async function start(
  dataFolder: string,
  port: number,
  { fresh, empty }: { fresh: boolean; empty: boolean },
): Promise<number> {
  const stopped = signalled();
  const aside = fresh ? setAside(dataFolder, new Date().toISOString()) : undefined;
  const country = await openSmallCountry({ dataFolder, port });
  if (aside !== undefined) console.error(`The old folder is now ${aside}`);
  const furnishing = furnishAndOpen(country, empty, stopped);
  const failed = furnishing.catch((error: unknown) => error);
  await stopped.promise;
  await country.stop();
  const error = await failed;
  return error === undefined || stopped.asked() ? 0 : fail(error);
}

/** Twelve documents before the door opens, the rest behind a progress bar while people look around. */
async function furnishAndOpen(country: SmallCountry, empty: boolean, stopped: Stopped): Promise<void> {
  try {
    const rest = empty ? undefined : await furnish(country, stopped.asked);
    country.open();
    process.stdout.write(startMessage(country));
    if (rest !== undefined && !stopped.asked()) await rest(progressBar);
  } catch (error) {
    if (!stopped.asked()) console.error(faultSentence(error));
    country.open();
    stopped.ask();
    throw error;
  }
}

function fail(error: unknown): number {
  console.error(faultSentence(error));
  return 1;
}

interface Stopped {
  readonly promise: Promise<void>;
  asked(): boolean;
  ask(): void;
}

// A signal to the process group arrives twice where the entry hands it on too: the second must not kill the first's work.
function signalled(): Stopped {
  let resolve: () => void = () => undefined;
  let isAsked = false;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  const ask = () => {
    isAsked = true;
    resolve();
  };
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
  return { promise, asked: () => isAsked, ask };
}
