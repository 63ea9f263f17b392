import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { commandAfter, type ServiceContext } from '@sillok/service-context';
import { descriptionDecider, descriptionStream } from '../description/decide.ts';
import { levelAbove, spanOf, type Unit } from '../description/unit.ts';
import { lastDescription } from './last-description.ts';
import { describedByService } from './units-of-package.ts';

type Writing = Pick<ServiceContext, 'journal'>;

/**
 * Describes a unit once for an event. What people said of it before stays: its title, its disclosure, an item's days;
 * what stands above only grows. Throws when somebody else describes it at this moment; whoever reacts tries again.
 */
export async function describeAfter(context: Writing, cause: RecordedEvent, drafted: Unit): Promise<void> {
  const { descriptionId, level } = drafted.data;
  const before = await lastDescription(context, descriptionId);
  const outcome = await context.journal.execute(
    descriptionDecider,
    descriptionStream(descriptionId),
    {
      type: 'DescribeUnit',
      unit: before === undefined ? drafted : merged(before.unit, drafted),
      parentLevel: levelAbove(level),
      edition: before?.edition ?? 0,
    },
    commandFor(cause, descriptionId),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}

/** The unit was described for this event before. */
export async function isDescribedAfter(
  context: Writing,
  cause: RecordedEvent,
  descriptionId: string,
): Promise<boolean> {
  const before = await context.journal.appliedBefore(
    descriptionDecider,
    descriptionStream(descriptionId),
    commandFor(cause, descriptionId),
  );
  return before !== undefined && !isRefusal(before);
}

function commandFor(cause: RecordedEvent, descriptionId: string) {
  return commandAfter('archive', `DescribeUnit ${descriptionId}`, cause);
}

function merged({ data: before, title, creator }: Unit, { data: drafted }: Unit): Unit {
  const widened = spanOf([...Object.values(before.dates), ...Object.values(drafted.dates)]);
  const dates = before.level === 'item' ? before.dates : widened;
  return {
    data: { ...before, dates, packageId: drafted.packageId, describedBy: describedByService },
    title,
    creator,
  };
}
