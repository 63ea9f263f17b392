import { html, pageLayout, statusOfCode } from '@sillok/http-service';
import { messageFor } from '@sillok/schemas/messages/message-for';
import { pageTexts } from '@sillok/schemas/messages/page-texts';
import { portalTexts } from '@sillok/schemas/messages/portal-texts';
import { faults, refusals } from '@sillok/schemas/vocabulary/errors';
import type { Language } from '@sillok/schemas/vocabulary/primitives';

/** What every refusal and fault means; the `type` of each problem points to its line (RFC 9457 §3.1.1). */
export function codesPage(institution: string, language: Language): string {
  const texts = portalTexts(language);
  return pageLayout({
    language,
    title: texts.codes,
    brand: { name: institution, note: pageTexts(language).product },
    skip: pageTexts(language).skip,
    main: html`<h1>${texts.codes}</h1>
<section aria-label="${texts.codes}"><div class="scroll" tabindex="0" role="group" aria-label="${texts.codes}"><table>
<thead><tr><th scope="col">${texts.code}</th><th scope="col">${texts.codeStatus}</th><th scope="col">${texts.codeMeaning}</th></tr></thead>
<tbody>${[...refusals, ...faults].map(
      (
        code,
      ) => html`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${String(statusOfCode[code])}</td><td>${messageFor(code, language)}</td></tr>
`,
    )}</tbody></table></div></section>`,
  });
}
