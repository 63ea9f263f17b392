export type { Effects } from './effects.ts';
export { fileEffects } from './effects.ts';
export type { Alarm } from './follow.ts';
export { follow } from './follow.ts';
export type { ReactionOptions, Running } from './reaction.ts';
export { startReaction } from './reaction.ts';
export type { WorkerOptions } from './worker.ts';
export { startWorker } from './worker.ts';
