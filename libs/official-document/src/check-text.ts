import { type Refusal, refuse } from '@sillok/kernel';
import { coveredBy } from './pinned-fonts.ts';

export interface TextOptions {
  /** A line feed is a line break here. No other control character is ever allowed. */
  readonly lineBreaks?: boolean;
  /** False for what goes into a file's metadata only and needs no glyph. */
  readonly printed?: boolean;
}

/**
 * Whether a text can stand in a paper that means the same to every reader. Refuses, in this order:
 * `text-not-nfc` (Unicode UAX 15); `text-control-character` for controls, bidi controls and characters that nobody
 * sees (UAX 9, UTS 39), with `codepoint`; `text-without-font` for what no pinned font draws, with the first
 * `character`, its `codepoint` and the `count` of all such characters.
 */
export function checkText(text: string, field: string, options: TextOptions = {}): Refusal | undefined {
  if (text.normalize('NFC') !== text) return refuse('text-not-nfc', field);
  const refusal = hiddenCharacter(text, field, options);
  if (refusal !== undefined || options.printed === false) return refusal;
  return characterWithoutFont(text, field);
}

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function hiddenCharacter(text: string, field: string, options: TextOptions): Refusal | undefined {
  for (const match of text.matchAll(hidden)) {
    const [character] = match;
    if (character === '\n' && options.lineBreaks === true) continue;
    const after = match.index + character.length;
    if (
      isNeededBetween(character, text.slice(Math.max(0, match.index - 2), match.index), text.slice(after, after + 2))
    ) {
      continue;
    }
    return refuse('text-control-character', field, { codepoint: codePointName(character) });
  }
  return undefined;
}

const endsInJoiningScript = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}]$/u;
const unspaced = String.raw`[\p{Script=Lao}\p{Script=Khmer}\p{Script=Thai}\p{Script=Myanmar}]`;
const endsUnspaced = new RegExp(`${unspaced}$`, 'u');
const startsUnspaced = new RegExp(`^${unspaced}`, 'u');

// Lao and Khmer are written without spaces: ZWSP says where a line may break. Joiners shape Arabic and Indic words.
function isNeededBetween(character: string, before: string, after: string): boolean {
  if (character === '\u200b') return endsUnspaced.test(before) && startsUnspaced.test(after);
  if (character === '\u200c' || character === '\u200d') return endsInJoiningScript.test(before);
  return false;
}

function characterWithoutFont(text: string, field: string): Refusal | undefined {
  const missing = [...text].filter((character) => !isDrawn(character));
  const [first] = missing;
  if (first === undefined) return undefined;
  return refuse('text-without-font', field, {
    character: first.isWellFormed() ? first : '\ufffd',
    codepoint: codePointName(first),
    count: missing.length,
  });
}

const nobodysCharacter = /[\p{Cn}\p{Co}\p{Cs}]/u;

function isDrawn(character: string): boolean {
  if (character === '\n' || character === '\u200b' || character === '\u200c' || character === '\u200d') return true;
  return !nobodysCharacter.test(character) && coveredBy(character.codePointAt(0) ?? 0).length > 0;
}

/** As the Unicode standard writes it: `U+202E`. */
export function codePointName(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
