import { z } from 'zod';
import { disclosure } from '../../vocabulary/official-document.ts';
import { civilDate, code, id, line } from '../../vocabulary/primitives.ts';

export const custody = z.enum(['unit', 'records-centre', 'archives']);

/** A day to look at lists from; today where it is left out. */
export const dayQuery = z.strictObject({ on: civilDate.optional() });

export const keptLonger = z.strictObject({ retention: code, reason: line });
export const keptLongerAnswer = z.strictObject({ documentId: id, folderId: id, retention: code });

export const transferAnswer = z.strictObject({ folderId: id, custody, offeredBy: id });

/** A folder whose retention counts, wherever it lies. */
const closedFolder = z.strictObject({
  folderId: id,
  title: z.string().nullable(),
  unitId: id,
  retention: code,
  retentionStart: civilDate,
});

export const dueTransfers = z.strictObject({
  on: civilDate,
  items: z.array(
    closedFolder.extend({
      /** The last day on which the records centre has to have it. */
      recordsCentreBy: civilDate,
      isOverdue: z.boolean(),
      /** The year in which it goes to the archives, for what is kept long enough. */
      archivesIn: z.int().nullable(),
      offeredBy: id.nullable(),
    }),
  ),
});

/** The folders of the records centre that go to the archives, those that are due first. */
export const dueArchivesTransfers = z.strictObject({
  on: civilDate,
  items: z.array(
    closedFolder.extend({
      /** The year in which it goes. */
      archivesIn: z.int(),
      isDue: z.boolean(),
    }),
  ),
});

export const disclosureReview = z.strictObject({ disclosure, reason: line });
export const disclosureReviewAnswer = z.strictObject({ documentId: id, from: disclosure, to: disclosure });

export const dueReviews = z.strictObject({
  on: civilDate,
  items: z.array(
    z.strictObject({
      documentId: id,
      title: z.string().nullable(),
      number: z.string().nullable(),
      disclosure,
      dueOn: civilDate,
    }),
  ),
});
