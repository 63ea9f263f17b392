import process from 'node:process';
import type { RenderJob } from './render-job.ts';
import { createTypesetter } from './typeset.ts';

// The native typesetter may abort its whole process (measured), so it lives in this one, which holds nothing else.
const typeset = createTypesetter();

process.on('message', (job: RenderJob) => process.send?.(typeset(job)));
process.on('disconnect', () => process.exit(0));
