import { createCatalogue } from '@sillok/journal';
import { approvalEvents } from '@sillok/schemas/events/approval/all';
import { archiveEvents } from '@sillok/schemas/events/archive/all';
import { directoryEvents } from '@sillok/schemas/events/directory/all';
import { distributionEvents } from '@sillok/schemas/events/distribution/all';
import { draftingEvents } from '@sillok/schemas/events/drafting/all';
import { recordsEvents } from '@sillok/schemas/events/records/all';
import type { EventDefinition } from '@sillok/schemas/vocabulary/event-definition';

export const allEvents: readonly EventDefinition[] = [
  ...directoryEvents,
  ...draftingEvents,
  ...approvalEvents,
  ...recordsEvents,
  ...distributionEvents,
  ...archiveEvents,
];

export const catalogue = createCatalogue(allEvents);
