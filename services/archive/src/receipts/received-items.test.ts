import { describe, expect, it } from 'vitest';
import { pathsNamed } from './received-items.ts';

const paths = (count: number) => [
  'METS.xml',
  ...Array.from({ length: count - 1 }, (_, index) => `data/attachments/${index}.pdf`),
];

describe('what a receipt names of an item', () => {
  it('is every file, as long as they fit', () => {
    expect(pathsNamed(paths(300), 600_000)).toEqual(paths(300));
  });

  it.each([
    ['they are more than a list holds', paths(301), 600_000],
    ['there is no room for them beside other items', paths(40), 600_000 / 300],
  ])('is its METS alone where %s', (_, files, room) => {
    expect(pathsNamed(files, room)).toEqual(['METS.xml']);
  });
});
