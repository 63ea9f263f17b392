import type { InspectionReport } from '@sillok/schemas/api/archive/submission';
import type { SubmissionInspected } from '@sillok/schemas/events/archive/submission-inspected';

type Summary = Pick<SubmissionInspected['data'], 'packageCodes' | 'items'>;

/**
 * By code, of the package and of each item. What bars the package as a whole bars every item of it. As many codes as
 * one event has room for; the report has them all.
 */
export function summaryOfReport({ findings }: InspectionReport, items: readonly string[]): Summary {
  const ofPackage = findings.filter(({ documentId }) => documentId === null);
  const barring = ofPackage.filter(({ blocking }) => blocking);
  const room = Math.floor(roomOfItems / items.length);
  return {
    packageCodes: codesOf(ofPackage, roomOfPackage).slice(0, 200),
    items: items.map((documentId) => {
      const own = [...findings.filter((one) => one.documentId === documentId), ...barring];
      return { documentId, blocking: own.some(({ blocking }) => blocking), codes: codesOf(own, room).slice(0, 50) };
    }),
  };
}

/** Bytes for codes: an event holds 64 KiB, of which 300 items without any take 27,000. */
const roomOfItems = 24_000;
const roomOfPackage = 8_000;

/** What bars acceptance comes first, so that it is never cut off. */
function codesOf(findings: InspectionReport['findings'], room: number): string[] {
  const ordered = findings.toSorted((left, right) => Number(right.blocking) - Number(left.blocking));
  const codes: string[] = [];
  let left = room;
  for (const code of new Set(ordered.map((one) => one.code))) {
    left -= Buffer.byteLength(code) + 3;
    if (left < 0) break;
    codes.push(code);
  }
  return codes;
}
