import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('the way back after sign-in', () => {
  it.each([
    ['/documents/1?tab=line', '/documents/1?tab=line'],
    [undefined, '/'],
    ['https://evil.example/', '/'],
    ['//evil.example/', '/'],
    ['/\\evil.example/', '/'],
    ['/./\\evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('leads from %s to %s', (wanted, path) => {
    expect(localPath(wanted)).toBe(path);
  });
});
