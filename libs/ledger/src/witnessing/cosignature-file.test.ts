import { expect, test } from 'vitest';
import { openCosignatureFile } from './cosignature-file.ts';

const note = (size: number) => `ministry.example/log\n${size}\nroot\n\n— ministry.example/log x\n`;

test('keeps what witnesses said, and puts their lines under the newest note that one of them knows', () => {
  const file = openCosignatureFile(':memory:');
  expect([file.newest(), file.sizeOf('b')]).toEqual([undefined, 0]);
  file.keep('b', { size: 3, note: note(3), lines: '— b 3\n' });
  file.keep('a', { size: 3, note: note(3), lines: '— a 3\n' });
  expect(file.newest()).toEqual({ size: 3, note: `${note(3)}— a 3\n— b 3\n`, witnessKeys: ['a', 'b'] });
  file.keep('b', { size: 5, note: note(5), lines: '— b 5\n' });
  file.keep('b', { size: 5, note: note(5), lines: '— b again\n' });
  expect(file.newest()).toEqual({ size: 5, note: `${note(5)}— b 5\n`, witnessKeys: ['b'] });
  expect([file.sizeOf('a'), file.sizeOf('b'), file.sizeOf('c')]).toEqual([3, 5, 0]);
  file.close();
});
