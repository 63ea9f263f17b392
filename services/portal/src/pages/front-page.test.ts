import { describe, expect, it } from 'vitest';
import { type FrontPage, frontPage } from './front-page.ts';

const view: FrontPage = {
  language: 'en',
  languages: ['en', 'ko'],
  institution: 'Ministry <1>',
  services: ['drafting'],
  documents: [{ number: 'FIN-1', title: 'Plan & budget', registeredOn: '2026-03-02', href: '/documents/1' }],
  next: 'a b',
  isFirst: true,
  hasArchive: false,
};

describe('the front page', () => {
  it('shows the institution, its documents and services, escaped and without a script', () => {
    const page = frontPage(view);
    expect(page).toContain('<h1>Ministry &lt;1&gt;</h1>');
    expect(page).toContain('<a href="/documents/1">Plan &amp; budget</a>');
    expect(page).toContain('href="/?after=a%20b"');
    expect(page).toContain('href="/sign-in"');
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/<script|style="|\son\w+="/);
  });

  it('offers to sign out to whoever is signed in, and the way back to the newest', () => {
    const page = frontPage({ ...view, person: '김서연', isFirst: false });
    expect(page).toContain('김서연');
    expect(page).toContain('action="/sign-out"');
    expect(page).toContain('Newest documents');
  });

  it('leads to the open archives where there are some', () => {
    expect(frontPage(view)).not.toContain('href="/archive"');
    expect(frontPage({ ...view, hasArchive: true })).toContain('href="/archive"');
  });

  it('says why there is nothing to see', () => {
    expect(frontPage({ ...view, documents: [] })).toContain('Sign in to see');
    expect(frontPage({ ...view, documents: [], person: 'A', language: 'ko' })).toContain('완결 문서가 아직 없거나');
  });
});
