import { paperNote } from '@sillok/schemas/api/distribution/paper';
import { disclosure } from '@sillok/schemas/vocabulary/official-document';
import { code, id } from '@sillok/schemas/vocabulary/primitives';
import { z } from 'zod';

/** A letter that somebody wrote to an institution on paper, with its scan beside it. */
export const paperLetterSchema = z.strictObject({
  institution: code,
  /** Whose business it is: the unit of this task receives it, in this task's folder. */
  unitTaskId: id,
  disclosure,
  paper: paperNote.extend({ resolution: paperNote.shape.resolution.out }),
  /** In the folder of the letter. */
  scan: z.string().regex(/^[^/\\]+\.(pdf|png|jpg|tif)$/, 'must be a .pdf, .png, .jpg or .tif beside the letter'),
});
export type PaperLetter = z.infer<typeof paperLetterSchema>;

/** With the folder in which the scan lies. */
export type PaperLetterInFolder = PaperLetter & { readonly folder: string };
