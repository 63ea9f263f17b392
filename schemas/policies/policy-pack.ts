import { z } from 'zod';
import { stepRole } from '../vocabulary/line.ts';
import { civilDate, code, language } from '../vocabulary/primitives.ts';

/** A rule with the first day on which it holds; it holds until the next entry of its list begins. */
function dated<Rule extends z.ZodType>(rule: Rule) {
  return z.array(z.strictObject({ from: civilDate, source: z.string(), rule })).min(1);
}

const form = z.strictObject({
  id: code,
  name: z.string(),
  /** Template folder and file of `libs/official-document`. */
  template: z.strictObject({ country: code, form: code }),
  language,
  /** Internal forms carry no sender and are never dispatched (ADR 3③). */
  outgoing: z.boolean(),
  book: code,
});

const ground = z.strictObject({ id: code, text: z.string() });

const marks = z.strictObject({
  roles: z.record(stepRole, z.string()),
  delegated: z.string(),
  proxy: z.string(),
  withOpinion: z.string(),
  /** How an attachment is listed beneath the body; `{name}` without the ending of its file. */
  attachment: z.string(),
  /** How a day is written on a paper: blanks `{year}`, `{month}`, `{day}`, and with two digits `{MM}`, `{DD}`. */
  date: z.string(),
});

const retentionPeriod = z.strictObject({
  id: code,
  name: z.string(),
  years: z.int().positive().nullable(),
  /** What is done when the period is over. */
  action: z.enum(['keep', 'appraise']),
});

/** When a folder closes, and from which day on its retention counts. */
const folderClosing = z.strictObject({
  /** `MM-DD`: the last day of the year of a folder; the calendar closes it when this day is over. */
  lastDay: z.string().regex(/^\d{2}-\d{2}$/),
  trigger: z.literal('folder-closed'),
  /** The day after the closing, or the 1 January after it. */
  startsOn: z.enum(['next-day', 'next-year']),
});

/** How often what is not open is looked at again; counted from the 1 January after it was last classed. */
const disclosureReview = z.strictObject({
  everyYears: z.int().positive().nullable(),
  /** What is closed on these grounds alone is looked at later. */
  later: z.array(z.strictObject({ ground: code, years: z.int().positive() })),
});

/** The law of one country as data: nothing of it stands in code. */
export const policyPackSchema = z.strictObject({
  id: code,
  name: z.string(),
  languages: z.array(language).min(1),
  forms: dated(z.array(form).min(1)),
  /** Of which documents a summary (문서요지) and keywords are asked. */
  documentMetadata: dated(
    z.strictObject({ summary: z.enum(['none', 'outgoing']), keywords: z.enum(['none', 'outgoing']) }),
  ),
  numbering: dated(
    z.strictObject({
      scope: z.enum(['unit', 'institution']),
      reset: z.literal('year'),
      openingNumber: z.int().nonnegative(),
      /** Blanks `{unit}` (its name), `{unitCode}`, `{category}` (of the unit task), `{institution}`, `{year}`, `{number}`. */
      display: z.string(),
      /** What the paper's date means: the day of the establishment, or that of the dispatch, which comes later. */
      date: z.enum(['establishment', 'dispatch']),
      /** The book in which receipts are numbered, and how they are shown; the same book where the law combines them. */
      receipts: z.strictObject({ book: code, display: z.string() }),
    }),
  ),
  dispatch: dated(
    z.strictObject({
      /** On which grounds the visible seal may be left out, and what then stands in its place. */
      sealOmission: z.array(ground),
      omittedSeal: z.partialRecord(language, z.string()),
      /** The formal defects for which a received document goes back. */
      returns: z.array(ground),
    }),
  ),
  /** Levels of decision from the top down. */
  levels: dated(z.array(z.strictObject({ id: code, name: z.string() })).min(2)),
  /** The words of approval boxes, in each language that a form of the pack is written in. */
  marks: dated(z.partialRecord(language, marks)),
  disclosure: dated(
    z.strictObject({
      classes: z.partialRecord(language, z.record(z.enum(['open', 'partial', 'closed']), z.string())),
      grounds: z.array(ground),
    }),
  ),
  /** From the longest to the shortest; `years` is null where no day of expiry is counted. */
  retention: dated(z.array(retentionPeriod)),
  folderClosing: dated(folderClosing),
  /** Years after the retention start until a record is due at the records centre and at the archives. */
  transfer: dated(
    z.strictObject({
      toRecordsCentreYears: z.int(),
      toArchivesYears: z.int(),
      archivesFromYears: z.int(),
      /** What had passed this rule’s years by a day stays with the older number. */
      spared: z.strictObject({ passedBy: civilDate, toArchivesYears: z.int() }).optional(),
    }),
  ),
  disclosureReview: dated(disclosureReview),
  /** The least class of control over a signing key that a step accepts. */
  controlClass: dated(z.strictObject({ least: z.enum(['demo-software', 'token', 'remote-qualified']) })),
  attachments: dated(z.strictObject({ maxBytes: z.int().positive(), maxCount: z.int().positive() })),
  /**
   * What becomes of a deadline for a sender who sent in time and could not arrive because our system was down: nothing,
   * or it is the day after the fault was removed.
   */
  outageRelief: dated(z.strictObject({ deadline: z.enum(['unchanged', 'day-after-fault']) })),
  /** May the next person's opening of the document end the drafter's right to withdraw it? */
  withdrawal: dated(z.strictObject({ until: z.enum(['next-act', 'next-opening']) })),
});

export type PolicyPack = z.infer<typeof policyPackSchema>;
type Dated<Rule> = readonly { readonly from: string; readonly source: string; readonly rule: Rule }[];

/** The rule that holds on a civil date; `undefined` before the first. */
export function inForce<Rule>(rules: Dated<Rule>, on: string): Rule | undefined {
  return rules.findLast((entry) => entry.from <= on)?.rule;
}
