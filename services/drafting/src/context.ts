import type { Projection } from '@sillok/projections';
import type { ServiceContext } from '@sillok/service-context';

export interface DraftingContext extends ServiceContext {
  readonly drafts: Projection;
}
