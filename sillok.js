#!/usr/bin/env node
import { run } from './run.js';

await run('infra/sillok/src/main.ts', process.argv.slice(2));
