import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import type { Watched } from './dirt.ts';

interface Ticks {
  readonly all: number;
  readonly own: number;
  readonly at: number;
}

const ticksASecond = 100;

/** Begins to look at what else the machine does; the answer tells what it was since then. */
export function watchMachine(): (spread: number) => Watched {
  const [loadBefore = 0] = loadavg();
  const before = ticks();
  return (spread) => ({ othersCores: othersSince(before, ticks()), loadBefore, cores: availableParallelism(), spread });
}

function othersSince(before: Ticks | undefined, after: Ticks | undefined): number | undefined {
  if (before === undefined || after === undefined) return undefined;
  const others = after.all - before.all - (after.own - before.own);
  return Math.max(0, others) / ticksASecond / ((after.at - before.at) / 1000);
}

/** Linux only: the kernel's count of busy time, and that of this process with the children that ended. */
function ticks(): Ticks | undefined {
  try {
    const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = numbersOf(
      readFileSync('/proc/stat', 'utf8').split('\n')[0]?.replace('cpu', '') ?? '',
    );
    const own = readFileSync('/proc/self/stat', 'utf8');
    // After the name in brackets the third field begins; 14 to 17 are user and system time, own and of children.
    const fields = own.slice(own.lastIndexOf(')') + 2).split(' ');
    const used = numbersOf(fields.slice(11, 15).join(' '));
    return { all: user + nice + system + irq + softIrq, own: sumOf(used), at: performance.now() };
  } catch {
    return undefined;
  }
}

function numbersOf(text: string): readonly number[] {
  return text.trim().split(/\s+/).map(Number);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
