import { describe, expect, it } from 'vitest';
import { approvalEvents } from '../events/approval/all.ts';
import { archiveEvents } from '../events/archive/all.ts';
import { distributionEvents } from '../events/distribution/all.ts';
import { draftingEvents } from '../events/drafting/all.ts';
import { recordsEvents } from '../events/records/all.ts';
import { premisEventTypes } from './premis-event-types.ts';
import { premisTellings } from './premis-tellings.ts';

const events = [...draftingEvents, ...approvalEvents, ...recordsEvents, ...distributionEvents, ...archiveEvents];

describe.each(events.map((event) => [event.type, event] as const))('%s', (type, { data, sealed }) => {
  const telling = premisTellings[type];

  it('is told with a word of the list, or left out for a reason', () => {
    expect(telling).toBeDefined();
    if (telling === undefined) return;
    if ('notTold' in telling) expect(telling.notTold).not.toBe('');
    else expect(premisEventTypes).toContain(telling.type);
  });

  it('says only fields that are there, and in the open', () => {
    const fields = telling === undefined || 'notTold' in telling ? [] : telling.fields;
    expect(fields.filter((field) => !(field in data.shape))).toEqual([]);
    expect(fields.filter((field) => field in sealed)).toEqual([]);
  });
});

it('tells of no event that there is not', () => {
  expect(Object.keys(premisTellings).toSorted()).toEqual(events.map(({ type }) => String(type)).toSorted());
});
