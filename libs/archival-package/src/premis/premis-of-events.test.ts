import { premisTellings } from '@sillok/schemas/preservation/premis-tellings';
import { expect, it } from 'vitest';
import { premisOfEvents } from './premis-of-events.ts';

const about = [{ id: 'document-0001', role: 'source' }] as const;
const how = { tellings: premisTellings, objectsOf: () => about };

it('keeps id and instant, and says who acted for whom', () => {
  const approved = {
    id: 'event-0001',
    type: 'approval.DocumentApproved.v1',
    at: '2026-12-31T15:30:00.000Z',
    actor: 'person-0002',
    onBehalfOf: 'person-0001',
    data: { documentId: 'document-0001', version: 1, step: 2, mode: 'proxy', opinion: 'secret' },
  };
  expect(premisOfEvents([approved], how)).toEqual([
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
  expect(premisOfEvents([inspected], how)).toMatchObject([
    { outcome, agents: [{ id: 'service:archive', role: 'executing program' }] },
  ]);
});

it('leaves out what is not to be told and what it does not know', () => {
  const types = ['records.TransferOffered.v1', 'records.Unheard.v9'];
  expect(
    premisOfEvents(
      types.map((type) => ({ id: type, type, at: '', actor: 'a', data: {} })),
      how,
    ),
  ).toEqual([]);
});
