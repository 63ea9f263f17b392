import type { InspectionReport } from '@sillok/schemas/api/archive/submission';
import type { SubmissionInspected } from '@sillok/schemas/events/archive/submission-inspected';

type Summary = Pick<SubmissionInspected['data'], 'packageCodes' | 'items'>;

/** By code, of the package and of each item. What bars the package as a whole bars every item of it. */
export function summaryOfReport({ findings }: InspectionReport, items: readonly string[]): Summary {
  const ofPackage = findings.filter(({ documentId }) => documentId === null);
  const barring = ofPackage.filter(({ blocking }) => blocking);
  return {
    packageCodes: codesOf(ofPackage, 200),
    items: items.map((documentId) => {
      const own = [...findings.filter((one) => one.documentId === documentId), ...barring];
      return { documentId, blocking: own.some(({ blocking }) => blocking), codes: codesOf(own, 50) };
    }),
  };
}

/** What bars acceptance comes first, so that it is never cut off. */
function codesOf(findings: InspectionReport['findings'], most: number): string[] {
  const ordered = findings.toSorted((left, right) => Number(right.blocking) - Number(left.blocking));
  return [...new Set(ordered.map(({ code }) => code))].slice(0, most);
}
