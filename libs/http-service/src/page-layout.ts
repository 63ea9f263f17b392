import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { type Html, html } from './html.ts';
import { styleSheetAddress } from './style-sheet.ts';

export interface PageParts {
  readonly language: Language;
  readonly title: string;
  /** Who speaks: the institution, with a line below it. */
  readonly brand: { readonly name: string; readonly note?: string; readonly href?: string };
  readonly skip: string;
  /** Right end of the top bar: who is signed in, the languages. */
  readonly aside?: Html;
  readonly main: Html;
  readonly foot?: Html;
}

/** The frame that all pages made on the server share: works without a script and prints well. */
export function pageLayout(parts: PageParts): string {
  const { brand } = parts;
  return html`<!doctype html>
<html lang="${parts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.title === brand.name ? brand.name : `${parts.title} · ${brand.name}`}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${styleSheetAddress}">
</head>
<body>
<a class="skip" href="#main">${parts.skip}</a>
<header class="top">
<a class="brand" href="${brand.href ?? '/'}"><span class="seal" aria-hidden="true">${brand.name.slice(0, 1)}</span><span>${brand.name}${
    brand.note === undefined ? '' : html`<small>${brand.note}</small>`
  }</span></a>
${parts.aside}
</header>
<main id="main" tabindex="-1">
${parts.main}
</main>
${parts.foot === undefined ? '' : html`<footer class="foot">${parts.foot}</footer>`}
</body>
</html>
`.html;
}
