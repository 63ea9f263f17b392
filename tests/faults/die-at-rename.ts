import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

/**
 * Loaded before the server (`node --import`): kills the process as if the power had failed, at the n-th rename to a
 * name that matches, either before it happens or right after, when whoever asked for it has not been told yet.
 */
const [moment, pattern = '', count = '1'] = (process.env['SILLOK_DIE'] ?? '').split(' ');
const rename = fs.promises.rename;
let left = Number(count);

fs.promises.rename = async (from, to) => {
  const isIt = new RegExp(pattern).test(basename(String(to))) && --left === 0;
  if (isIt && moment === 'before') process.kill(process.pid, 'SIGKILL');
  await rename(from, to);
  if (isIt && moment === 'after') process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();
