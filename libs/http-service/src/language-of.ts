import type { Language } from '@sillok/schemas/vocabulary/primitives';

export const languageCookieName = '__Host-sillok-language';

/** The reader's choice, else what the browser prefers (RFC 9110 §12.5.4), else the institution's first language. */
export function languageOf(
  offered: readonly Language[],
  chosen: string | undefined,
  acceptLanguage: string | undefined,
): Language {
  const wanted = [chosen ?? '', ...preferences(acceptLanguage ?? '')];
  for (const tag of wanted) {
    const match =
      offered.find((language) => isWithin(tag, language)) ??
      offered.find((language) => isWithin(language, tongueOf(tag)));
    if (match !== undefined) return match;
  }
  return offered[0] ?? 'en';
}

/** `sr-Latn-RS` lies within `sr-Latn` and within `sr` (RFC 4647 §3.3.1). */
function isWithin(tag: string, range: string): boolean {
  return `${tag}-`.toLowerCase().startsWith(`${range}-`.toLowerCase());
}

function tongueOf(tag: string): string {
  return tag.split('-')[0] ?? '';
}

function preferences(header: string): readonly string[] {
  return header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter((one) => one.quality > 0)
    .sort((left, right) => right.quality - left.quality)
    .map((one) => one.tag);
}
