import { messagesEn } from '@sillok/schemas/messages/en';
import { type ErrorCode, faults, refusals } from '@sillok/schemas/vocabulary/errors';

/** The page a reader looks a code up in. It is made, so that it cannot lag behind the list. */
export function errorsPage(): string {
  return [
    '# What Sillok can refuse or fail at',
    '',
    'Made by `npm run docs` from `schemas/vocabulary/errors.ts` and `schemas/messages/en.ts`; do not edit.',
    'A code never changes its meaning; its sentence may.',
    '',
    '## Refusals',
    '',
    'Answers of the business: what was asked is not allowed, or not now.',
    '',
    ...table(refusals),
    '',
    '## Faults',
    '',
    'Something that should have worked did not. The same request may succeed later.',
    '',
    ...table(faults),
    '',
  ].join('\n');
}

function table(codes: readonly ErrorCode[]): readonly string[] {
  const rows = codes.map((code) => `| \`${code}\` | ${messagesEn[code].replaceAll('|', '\\|')} |`);
  return ['| code | what is said |', '|---|---|', ...rows];
}
