export type { AnyEvent, Decider, Folded } from './decider.ts';
export { eventsOf, fold, specificationOf } from './given-when-then.ts';
