import { startCommandLine } from './command-line.ts';

process.exitCode = await startCommandLine(process.argv.slice(2));
