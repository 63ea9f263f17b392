import { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * Loaded before the server (`node --import`), in each of its threads: kills the process at the n-th event whose type
 * matches, either before it is written for good, or right after, when whoever asked for it has not been told yet.
 */
const [moment, pattern = '', count = '1'] = (process.env['SILLOK_DIE'] ?? '').split(' ');
const isWanted = moment === 'unwritten' || moment === 'written';
const wanted = new RegExp(pattern);
const { run } = StatementSync.prototype;
const { exec } = DatabaseSync.prototype;
let left = Number(count);
let isDue = false;

StatementSync.prototype.run = function (...values: unknown[]) {
  const type = values.length === 6 ? values[3] : undefined;
  const isIt = isWanted && typeof type === 'string' && wanted.test(type) && --left === 0;
  if (isIt && moment === 'unwritten') process.kill(process.pid, 'SIGKILL');
  isDue ||= isIt;
  return Reflect.apply(run, this, values);
};

DatabaseSync.prototype.exec = function (sql) {
  exec.call(this, sql);
  if (isDue && sql === 'COMMIT') process.kill(process.pid, 'SIGKILL');
};
