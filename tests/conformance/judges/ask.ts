/** `ask.ts install` installs every judge; `ask.ts NAME OPTIONS FILE…` asks one. */
import { installedJudge, judgeNames } from './installed-judge.ts';
import { runTool } from './run-tool.ts';

const [first, ...rest] = process.argv.slice(2);
const name = judgeNames.find((one) => one === first);
if (first === 'install') {
  for (const judge of judgeNames) {
    await installedJudge(judge);
    console.log(`${judge} is installed`);
  }
} else if (name === undefined) {
  console.error(`usage: ask.ts install | ask.ts ${judgeNames.join('|')} OPTIONS FILE…`);
  process.exitCode = 2;
} else {
  const { tool, words } = await installedJudge(name);
  const run = await runTool(tool, [...words, ...rest]);
  process.stdout.write(run.stdout);
  process.stderr.write(run.stderr);
  process.exitCode = run.code;
}
