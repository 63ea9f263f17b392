import { describe, expect, it } from 'vitest';
import { samplePlan } from '../testing/sample-plan.ts';
import { chunked } from './bytes-of-pieces.ts';
import type { MetsDocument } from './mets-document.ts';
import { rootMets } from './root-mets.ts';
import { writeMets } from './write-mets.ts';
import type { WrittenFile } from './written-file.ts';

const file = (path: string): WrittenFile => {
  return { path, mediaType: 'text/plain', createdAt: '2026-03-02T09:00:00Z', bytes: 1, sha256: '0'.repeat(64) };
};

function documentOf(files: Iterable<WrittenFile>): MetsDocument {
  const parts = { descriptive: [], administrative: [], schemas: [], documentation: [], representations: [] };
  const group = { id: 'data', use: 'Data', files, divisionLabel: 'Data' };
  return { ...rootMets(samplePlan(), parts), groups: [group] };
}

describe('writeMets', () => {
  it('lets 100,000 files go by one at a time, in chunks of bounded size', () => {
    const total = 100_000;
    const seen = { asked: 0, written: 0, longest: 0, furthestAhead: 0 };
    function* files(): Generator<WrittenFile> {
      for (; seen.asked < total; seen.asked += 1) yield file(`data/${seen.asked} 가.txt`);
    }
    function* watched(): Generator<string> {
      for (const piece of writeMets(documentOf(files()))) {
        if (piece.startsWith('</file>')) seen.written += 1;
        seen.furthestAhead = Math.max(seen.furthestAhead, seen.asked - seen.written);
        seen.longest = Math.max(seen.longest, piece.length);
        yield piece;
      }
    }
    let bytes = 0;
    let largest = 0;
    for (const chunk of chunked(watched())) {
      bytes += chunk.length;
      largest = Math.max(largest, chunk.length);
    }
    expect([seen.asked, seen.written]).toEqual([total, total]);
    expect(seen.furthestAhead).toBeLessThanOrEqual(1);
    expect(seen.longest).toBeLessThan(2_000);
    expect(largest).toBeLessThan(80_000);
    expect(bytes).toBeGreaterThan(25_000_000);
  });

  it('gives each element an id of its own that XML takes for one', () => {
    const text = [...writeMets(documentOf([file('data/a'), file('data/b')]))].join('');
    const ids = [...text.matchAll(/ ID="([^"]*)"/g)].map(([, id]) => id ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id))).toEqual([]);
  });

  it('escapes what a URL may not hold', () => {
    const text = [...writeMets(documentOf([file('data/50% & more/#1+위치.txt')]))].join('');
    expect(text).toContain('xlink:href="data/50%25%20%26%20more/%231%2B%EC%9C%84%EC%B9%98.txt"');
  });
});
