import { maxEventBytes } from '@sillok/event-store';
import { canonicalBytes } from '@sillok/kernel';
import type { InspectionFinding } from '@sillok/schemas/api/archive/submission';
import { submissionInspected } from '@sillok/schemas/events/archive/submission-inspected';
import { mostItems } from '@sillok/schemas/vocabulary/transferred-items';
import { describe, expect, it } from 'vitest';
import { summaryOfReport } from './summary-of-report.ts';

const ids = Array.from(
  { length: mostItems },
  (_, index) => `0197c0de-0000-7000-8000-${String(index).padStart(12, '0')}`,
);

function finding(code: string, documentId: string | null, blocking: boolean): InspectionFinding {
  return { code, documentId, path: 'METS.xml', message: 'as found', blocking };
}

function summary(findings: readonly InspectionFinding[], items: readonly string[]) {
  return summaryOfReport({ transferId: 'transfer-0001', checks: [], findings: [...findings] }, items);
}

describe('the summary of a report', () => {
  it('fits into one event, whatever was found of however many items, and keeps what bars', () => {
    const long = (index: number) => `${index}-`.padEnd(64, 'x');
    const ofPackage = Array.from({ length: 300 }, (_, index) => finding(long(index), null, false));
    const ofItems = ids.flatMap((id) => [
      ...Array.from({ length: 60 }, (_, index) => finding(long(index), id, false)),
      finding('file-encrypted', id, true),
    ]);
    const found = summary([...ofPackage, ...ofItems], ids);
    const data = { transferId: 'transfer-0001', reportAddress: 'a'.repeat(64), ...found };
    expect(submissionInspected.data.safeParse(data).success).toBe(true);
    expect(canonicalBytes(data).length).toBeLessThan(maxEventBytes - 2_048);
    expect(found.items.every(({ blocking, codes }) => blocking && codes[0] === 'file-encrypted')).toBe(true);
  });

  it('bars every item by what bars the package, and no item by what bars another', () => {
    const [one = '', other = ''] = ids;
    const whole = summary([finding('CSIP1', null, true)], [one, other]);
    expect(whole.items).toEqual([one, other].map((documentId) => ({ documentId, blocking: true, codes: ['CSIP1'] })));
    const part = summary([finding('file-encrypted', one, true)], [one, other]);
    expect(part.items.map(({ blocking }) => blocking)).toEqual([true, false]);
  });
});
