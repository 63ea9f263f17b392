import { describe, expect, it } from 'vitest';
import { safeFileName } from './safe-file-name.ts';

describe('safeFileName', () => {
  it.each([
    ['표.xlsx', '표.xlsx'],
    ['표.xlsx'.normalize('NFD'), '표.xlsx'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['a:b*c?.pdf', 'a_b_c_.pdf'],
    ['invoice\u202Efdp.exe', 'invoice_fdp.exe'],
    ['100%#1.pdf', '100__1.pdf'],
    ['. .', 'file'],
    ['', 'file'],
    [`${'가'.repeat(300)}.pdf`, `${'가'.repeat(65)}.pdf`],
  ])('makes of %j a name for every disk', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
  });
});
