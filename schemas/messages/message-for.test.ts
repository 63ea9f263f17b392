import { describe, expect, it } from 'vitest';
import { faults, refusals } from '../vocabulary/errors.ts';
import { messagesEn } from './en.ts';
import { messagesKo } from './ko.ts';
import { messageFor } from './message-for.ts';

describe('the messages', () => {
  it.each([...refusals, ...faults])('%s has the same blanks in each language and no empty sentence', (code) => {
    const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(blanks(messagesKo[code])).toEqual(blanks(messagesEn[code]));
    expect(messagesEn[code]).toMatch(/[.?]$/);
    expect(messagesKo[code]).toMatch(/\p{Script=Hangul}.*\.$/u);
  });

  it('fills the blanks and never shows an open one', () => {
    expect(messageFor('input-too-large', 'en', { limit: 10 })).toBe(
      'The content is larger than the limit of 10 bytes.',
    );
    expect(messageFor('input-too-large', 'ko')).toBe('내용이 한도 …바이트를 넘습니다.');
    expect(messageFor('not-found', 'lo')).toBe(messagesEn['not-found']);
  });
});
