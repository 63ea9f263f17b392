import { describe, expect, it } from 'vitest';
import { withResult } from './results-table.ts';

const page = '# Page\n<!-- results b1 -->\nnot taken yet\n<!-- end -->\nwords\n<!-- results b2 -->\n<!-- end -->\n';
const result = {
  id: 'b1',
  figures: [
    { subject: 'ours', peer: 'theirs', atLeast: 0.7, ratios: { median: 0.8, least: 0.7, most: 0.9, rounds: 5 } },
  ],
  dirt: [],
  facts: ['Node 24'],
};

describe('results table', () => {
  it('replaces what stands in its own place and nothing else', () => {
    const once = withResult(page, result, '2026-03-01');
    expect(once).toContain('Taken on 2026-03-01, 5 rounds, clean. Node 24.');
    expect(once).toContain('| ours / theirs | 0.80 | 0.70 to 0.90 | asked 0.70: reached |');
    expect(once).not.toContain('not taken yet');
    expect(once.endsWith('<!-- end -->\nwords\n<!-- results b2 -->\n<!-- end -->\n')).toBe(true);
    expect(withResult(once, result, '2026-03-01')).toBe(once);
  });

  it('says in the table that it is dirty, and why', () => {
    expect(withResult(page, { ...result, dirt: ['the load was 9'] }, '2026-03-01')).toContain(
      '**dirty**: the load was 9',
    );
  });

  it('refuses a page that has no place for it', () => {
    expect(() => withResult(page, { ...result, id: 'b9' }, '2026-03-01')).toThrow('no place for b9');
  });
});
