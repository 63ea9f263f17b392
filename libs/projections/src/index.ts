export type { Projection, ProjectionDefinition, ProjectionOptions } from './projection.ts';
export { startProjection } from './projection.ts';
