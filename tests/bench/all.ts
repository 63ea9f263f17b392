import { append, appendAlone } from './append.ts';
import type { Benchmark } from './benchmark.ts';
import { growth } from './growth.ts';
import { ledger } from './ledger.ts';
import { packages } from './packages.ts';
import { replay } from './replay.ts';
import { sign, verify } from './signatures.ts';

export const benchmarks: readonly Benchmark[] = [append, appendAlone, sign, verify, replay, growth, packages, ledger];
