/** Serbian Cyrillic (azbuka) in Latin letters, after marks were taken off: both scripts become one form. */
const latinOf: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ђ: 'dj',
  е: 'e',
  ж: 'z',
  з: 'z',
  и: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'c',
  џ: 'dz',
  ш: 's',
  đ: 'dj',
  ς: 'σ',
};

/** The zeros of the decimal digits that our languages write beside 0 to 9: Arabic, Persian, Thai, Lao, Khmer. */
const zeros = [0x0660, 0x06f0, 0x0e50, 0x0ed0, 0x17e0];

/**
 * Compatibility forms and case are one (NFKC and full case folding, by way of the upper case: ß is ss); digits are
 * ASCII; what has no width (soft hyphens, the blanks that Khmer puts between words) is gone.
 */
export function foldText(text: string): string {
  const folded = text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
  return folded.replaceAll(/\p{Cf}/gu, '').replaceAll(/\p{Nd}/gu, digitOf);
}

function digitOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((one) => point >= one && point < one + 10);
  return zero === undefined ? digit : String(point - zero);
}

/** A word of letters that people also write without their marks, or in the other script. */
export function foldWord(word: string): string {
  const bare = word.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return Array.from(bare, (letter) => latinOf[letter] ?? letter).join('');
}

/** Lao marks are typed in any order and look the same; each has its place here. */
export function orderMarks(grapheme: string): string {
  const [base = '', ...marks] = Array.from(grapheme);
  return /^\p{Script=Lao}/u.test(base) ? base + marks.sort().join('') : grapheme;
}
