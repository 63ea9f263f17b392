import { describe, expect, it } from 'vitest';
import { howToCheck } from './how-to-check.ts';

const page = Buffer.from(howToCheck({ packageId: 'p-1', label: 'A <folder>', sender: 'S', archives: 'A' })).toString();

describe('the page that tells how a package is checked', () => {
  it('escapes what others wrote', () => {
    expect(page).toContain('A &lt;folder&gt;. Handed over by S, kept by A.');
  });

  it('pipes no file into what may stop reading before its end, which fails on some runs only', () => {
    expect(page).toContain('iflag=skip_bytes,count_bytes');
    expect(page).not.toMatch(/\b(?:tail|cat|sed|head) [^|\n]*\| *head /);
  });
});
