import { asked, passed, type Question, undecided } from '@sillok/kernel';
import { cmsIn, type FoundSignature } from './find-signatures.ts';
import type { PdfFile } from './pdf-file.ts';

/**
 * What is asked of the place of one signature: the two ranges cover its revision from the first byte to the last but
 * for the token of its own /Contents, and that token has no byte with a second allowed value.
 */
export function signatureQuestions(file: PdfFile, text: string, found: FoundSignature): Question[] {
  return [kindQuestion(found), rangeQuestion(file, found), contentsQuestion(text, found)];
}

function kindQuestion({ field, kind }: FoundSignature): Question {
  const question = `dictionary ${field}`;
  return kind === 'unknown' ? undecided(question, 'FORMAT_FAILURE', 'no PAdES signature') : passed(question);
}

function rangeQuestion(file: PdfFile, { field, byteRange, contents, revision }: FoundSignature): Question {
  const question = `byte-range ${field}`;
  const because = (detail?: string) => asked(question, detail === undefined, 'FORMAT_FAILURE', detail);
  if (byteRange === undefined) return because('not four whole numbers');
  const [from, first, second, length] = byteRange;
  if (from !== 0) return because('it does not start with the file');
  if (contents === undefined || contents.start !== first || contents.end !== second) {
    return because('what it leaves out is not exactly the contents of its field');
  }
  return because(endsOf(file, revision).includes(second + length) ? undefined : 'it does not end with its revision');
}

/** Where a range may end: at the revision's %%EOF, or behind the one end of line that may follow. */
function endsOf(file: PdfFile, index: number): number[] {
  const end = file.revisions[index]?.end ?? 0;
  const after = Buffer.from(file.bytes.subarray(end, end + 2)).toString('latin1');
  const line = /^(?:\r\n|\n|\r)/.exec(after)?.[0] ?? '';
  return [end, end + line.length];
}

function contentsQuestion(text: string, { field, contents }: FoundSignature): Question {
  const question = `contents ${field}`;
  const because = (detail?: string) => asked(question, detail === undefined, 'FORMAT_FAILURE', detail);
  if (contents === undefined) return because('no hexadecimal string');
  const digits = text.slice(contents.start + 1, contents.end - 1);
  if (!/^(?:[0-9a-f]*|[0-9A-F]*)$/.test(digits)) return because('not written in lower-case digits alone');
  const cms = cmsIn(contents.bytes);
  if (cms === undefined) return because('no value in DER');
  const zeros = contents.bytes.subarray(cms.length).every((octet) => octet === 0);
  if (!zeros) return because('something other than zeros follows the signature');
  // Others write capitals. Then each byte has a second allowed value: no forgery, and not shown to be the file signed.
  return /[A-F]/.test(digits)
    ? undecided(question, 'FORMAT_FAILURE', 'not written in lower-case digits')
    : passed(question);
}
