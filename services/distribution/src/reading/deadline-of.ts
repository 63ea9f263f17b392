import { type DirectoryState, dateAt, packInForce } from '@sillok/authority';
import { outageItem } from '@sillok/schemas/api/distribution/outage';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { DistributionContext } from '../context.ts';
import { deadlineAfterOutages } from '../outage/deadline-after-outages.ts';
import type { IncomingRow } from './reading-incoming.ts';

/** By when the sender of this document had to reach us, what outages of ours made of that, and whether they did. */
export function deadlineOf(
  context: DistributionContext,
  directory: DirectoryState,
  { dueOn, sentAt, item }: IncomingRow,
) {
  if (dueOn === null) return null;
  const rule = inForce(packInForce(directory, dueOn)?.pack.outageRelief ?? [], dueOn);
  const days = outagesIn(context).map(({ from, until }) => ({
    from: dateAt(directory, from),
    until: dateAt(directory, until),
  }));
  const deadline = { dueOn, sentOn: dateAt(directory, sentAt) };
  const afterOutages = deadlineAfterOutages(deadline, rule?.deadline === 'day-after-fault' ? days : []);
  return { dueOn, afterOutages, kept: dateAt(directory, item.effectiveAt) <= afterOutages };
}

/** Every outage that was recorded, the newest first. */
export function outagesIn(context: DistributionContext) {
  return context.incoming.db
    .prepare('SELECT * FROM outage ORDER BY began_at DESC, outage_id')
    .all()
    .map((row) => outageItem.parse({ outageId: row['outage_id'], from: row['began_at'], until: row['ended_at'] }));
}
