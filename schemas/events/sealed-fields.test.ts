import { describe, expect, it } from 'vitest';
import { type EventDefinition, subjectFieldOf } from '../vocabulary/event-definition.ts';
import { approvalEvents } from './approval/all.ts';
import { archiveEvents } from './archive/all.ts';
import { directoryEvents } from './directory/all.ts';
import { distributionEvents } from './distribution/all.ts';
import { draftingEvents } from './drafting/all.ts';
import { recordsEvents } from './records/all.ts';

const byService: Readonly<Record<string, readonly EventDefinition[]>> = {
  approval: approvalEvents,
  archive: archiveEvents,
  directory: directoryEvents,
  distribution: distributionEvents,
  drafting: draftingEvents,
  records: recordsEvents,
};
const all = Object.entries(byService).flatMap(([service, definitions]) =>
  definitions.map((definition) => [definition.type, service, definition] as const),
);

describe.each(all)('%s', (type, service, definition) => {
  it('is named after its service', () => {
    expect(type.startsWith(`${service}.`)).toBe(true);
    expect(type).toMatch(/^[a-z]+\.[A-Z][A-Za-z]+\.v[1-9][0-9]*$/);
  });

  it('names in the open whose key seals each of its fields', () => {
    const missing = Object.values(definition.sealed)
      .map(({ scope }) => subjectFieldOf[scope])
      .filter((field) => !(field in definition.data.shape));
    expect(missing).toEqual([]);
  });

  it('takes nothing in the open that was not agreed', () => {
    const result = definition.data.safeParse({ surprise: 1 });
    expect(result.error?.issues.some((issue) => issue.code === 'unrecognized_keys')).toBe(true);
  });
});
