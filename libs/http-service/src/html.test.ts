import { describe, expect, it } from 'vitest';
import { html } from './html.ts';

describe('a template', () => {
  it('escapes what is put in, once', () => {
    const item = html`<li title="${`"'`}">${'<b>&'}</li>`;
    expect(html`<ul>${[item, item]}</ul>${undefined}${false}${0}`.html).toBe(
      '<ul><li title="&quot;&#39;">&lt;b&gt;&amp;</li><li title="&quot;&#39;">&lt;b&gt;&amp;</li></ul>0',
    );
  });
});
