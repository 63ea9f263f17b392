import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { SillokError } from '@sillok/kernel';
import { stepDecision } from '@sillok/schemas/statements/step-statement';
import { classification, disclosure, documentText, draftText } from '@sillok/schemas/vocabulary/official-document';
import { code, id, line } from '@sillok/schemas/vocabulary/primitives';
import { z } from 'zod';
import { mediaTypeOfFile } from './media-type-of-file.ts';

/** What happens at a step beside its person signing without a word: an edit before, another decision, an opinion. */
const storyStep = z
  .strictObject({
    step: z.int().min(2).max(20),
    /** Whole members that replace those of the text; the person edits, then signs. */
    edit: draftText.refine(hasMembers, 'must replace something').exactOptional(),
    decision: stepDecision.exclude(['submitted']).exactOptional(),
    opinion: z.string().trim().min(1).max(2_000).exactOptional(),
  })
  .refine(({ edit, decision }) => edit !== undefined || decision !== undefined, 'must have an edit or a decision')
  .refine(({ decision, opinion }) => opinion === undefined || decision !== undefined, {
    path: ['decision'],
    error: 'must be there where there is an opinion',
  })
  .refine(({ decision, opinion }) => opinion !== undefined || !needsOpinion(decision), {
    path: ['opinion'],
    error: 'must be given with this decision',
  });

/** A path in the letter's own folder or below it, with an ending that says what the file is. */
const attachmentPath = z
  .string()
  .min(1)
  .max(255)
  .refine(isBelow, 'must be a relative path with / that stays in the folder of the letter')
  .refine((path) => mediaTypeOfFile(path) !== undefined, 'must end in .odt, .ods, .docx, .xlsx or .pdf');

/**
 * A letter of the small country as a file: who drafts it, how it is classed, what it says, and what befalls it on its
 * way along the line. The folder of the unit task is found by whoever lives the letter through.
 */
export const letterSchema = z.strictObject({
  institution: code,
  drafter: id,
  classification: classification.omit({ folderId: true }),
  text: documentText,
  attachments: z.array(attachmentPath).max(50).refine(haveOwnNames, 'must not hold two files of one name'),
  /** How the records centre classes the document before it goes to the archives; absent: as it was. */
  review: z.strictObject({ disclosure, reason: line }).exactOptional(),
  story: z.array(storyStep).max(20).refine(haveOwnSteps, 'must tell of each step once').exactOptional(),
});
export type Letter = z.infer<typeof letterSchema>;

/** A letter with the folder in which the paths of its attachments begin. */
export type LetterInFolder = Letter & { readonly folder: string };

export async function readLetterJson(path: string): Promise<unknown> {
  return jsonOf(path, await textOf(path));
}

/** The letter with its folder, once it is clear that its attachments lie there; `at` is where it stands in its file. */
export async function letterAsSaid(letter: Letter, path: string, at = ''): Promise<LetterInFolder> {
  const folder = dirname(path);
  for (const [index, attachment] of letter.attachments.entries()) {
    await expectFile(join(folder, attachment), path, `${at}attachments.${index}`);
  }
  return { ...letter, folder };
}

export function parsedAs<Schema extends z.ZodType>(schema: Schema, path: string, json: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const field = [...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])].map(String).join('.');
  const rule = unknown === undefined ? (issue?.message ?? 'must be a letter') : 'is no member of a letter';
  throw letterError(unknown === undefined ? 'input-invalid' : 'input-unknown-field', { path, field, rule });
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw letterError('not-found', { path, field: '', rule: 'cannot be read', cause });
  }
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw letterError('input-not-json', { path, field: '', rule: 'must be JSON', cause });
  }
}

export async function expectFile(file: string, path: string, field: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) throw letterError('not-found', { path, field, rule: 'names a file that is not there' });
  if (found.size === 0) throw letterError('input-invalid', { path, field, rule: 'names an empty file' });
}

interface LetterFault {
  readonly path: string;
  readonly field: string;
  readonly rule: string;
  readonly cause?: unknown;
}

type LetterFaultCode = 'not-found' | 'input-not-json' | 'input-unknown-field' | 'input-invalid';

function letterError(code: LetterFaultCode, { path, field, rule, cause }: LetterFault): SillokError {
  const place = field === '' ? path : `${path}: ${field}`;
  return new SillokError(code, `${place}: ${rule}`, { field, details: { rule }, cause });
}

function hasMembers(edit: object): boolean {
  return Object.keys(edit).length > 0;
}

function needsOpinion(decision: string | undefined): boolean {
  return decision === 'returned' || decision === 'concurred-with-dissent';
}

function isBelow(path: string): boolean {
  return !path.includes('\\') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

// Attachments lose their folders, and some systems do not tell A from a.
function haveOwnNames(paths: readonly string[]): boolean {
  return new Set(paths.map((path) => basename(path).toLowerCase())).size === paths.length;
}

function haveOwnSteps(story: readonly { step: number }[]): boolean {
  return new Set(story.map(({ step }) => step)).size === story.length;
}
