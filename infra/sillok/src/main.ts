import { startCommandLine } from './command-line.ts';
import { faultSentence } from './fault-sentence.ts';

// What nobody caught is told in a sentence too; the log holds what was acknowledged, so ending here loses nothing.
process.on('uncaughtException', (error) => {
  console.error(faultSentence(error));
  process.exit(1);
});

process.exitCode = await startCommandLine(process.argv.slice(2));

const patienceMs = 3_000;

// A command that is through ends its process, whatever a fault left open behind it.
setTimeout(() => process.exit(), patienceMs).unref();
