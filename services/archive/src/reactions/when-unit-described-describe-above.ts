import { startReaction } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { unitDescribed } from '@sillok/schemas/events/archive/unit-described';
import type { ServiceContext } from '@sillok/service-context';
import { describeAfter } from '../describing/describe-again.ts';
import { descriptionAt } from '../describing/last-description.ts';
import { describedByService } from '../describing/units-of-package.ts';

type Describing = Pick<ServiceContext, 'store' | 'catalogue' | 'journal' | 'onAlarm'>;

/**
 * The public zone keeps nothing of a file that holds nothing open. When an archivist opens an item, what stands above
 * it is said again, so that it can be shown.
 */
export function whenUnitDescribedDescribeAbove(context: Describing) {
  return startReaction({
    name: 'when-unit-described-describe-above',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [unitDescribed.type] },
    onAlarm: context.onAlarm,
    async react(event) {
      const { level, disclosure, describedBy, parentId } = unitDescribed.data.parse(event.data);
      const isOpened = level === 'item' && disclosure.class === 'open' && describedBy !== describedByService;
      if (isOpened) await describeAbove(context, event, parentId);
    },
  });
}

async function describeAbove(context: Describing, event: RecordedEvent, from: string | null): Promise<void> {
  for (let next = from; next !== null; ) {
    const { unit } = await descriptionAt(context, next);
    await describeAfter(context, event, unit);
    next = unit.data.parentId;
  }
}
