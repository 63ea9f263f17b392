import { approvalEvents } from '@sillok/schemas/events/approval/all';
import { archiveEvents } from '@sillok/schemas/events/archive/all';
import { distributionEvents } from '@sillok/schemas/events/distribution/all';
import { draftingEvents } from '@sillok/schemas/events/drafting/all';
import { recordsEvents } from '@sillok/schemas/events/records/all';
import { describe, expect, it } from 'vitest';
import { premisEventTypes } from './premis-event-types.ts';
import { premisOfEvents, premisTellings } from './premis-of-events.ts';

const events = [...draftingEvents, ...approvalEvents, ...recordsEvents, ...distributionEvents, ...archiveEvents];
const about = [{ id: 'document-0001', role: 'source' }] as const;

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

it('keeps id and instant, and says who acted for whom', () => {
  const approved = {
    id: 'event-0001',
    type: 'approval.DocumentApproved.v1',
    at: '2026-12-31T15:30:00.000Z',
    actor: 'person-0002',
    onBehalfOf: 'person-0001',
    data: { documentId: 'document-0001', version: 1, step: 2, mode: 'proxy', opinion: 'secret' },
  };
  expect(premisOfEvents([approved], () => about)).toEqual([
    {
      id: 'event-0001',
      type: 'digital signature generation',
      at: '2026-12-31T15:30:00.000Z',
      detail: 'The approver signed (version 1, step 2, mode proxy) [approval.DocumentApproved.v1]',
      outcome: 'success',
      agents: [
        { id: 'person-0002', role: 'implementer' },
        { id: 'person-0001', role: 'authorizer' },
      ],
      objects: about,
    },
  ]);
});

it.each([
  [true, 'fail'],
  [false, 'success'],
])('says how an inspection ended (blocking: %s)', (blocking, outcome) => {
  const type = 'archive.SubmissionInspected.v1';
  const inspected = { id: 'e', type, at: '', actor: 'service:archive', data: { items: [{ blocking }] } };
  expect(premisOfEvents([inspected], () => about)).toMatchObject([
    { outcome, agents: [{ id: 'service:archive', role: 'executing program' }] },
  ]);
});

it('leaves out what is not to be told and what it does not know', () => {
  const types = ['records.TransferOffered.v1', 'records.Unheard.v9'];
  expect(
    premisOfEvents(
      types.map((type) => ({ id: type, type, at: '', actor: 'a', data: {} })),
      () => about,
    ),
  ).toEqual([]);
});
