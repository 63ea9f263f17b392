import { canonicalBytes, type Json, worstOf } from '@sillok/kernel';
import type { AuthorityStatement } from '@sillok/schemas/statements/authority-statement';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import { describe, expect, it } from 'vitest';
import { questionsOfAuthorityStatement, sealedValueDigest } from './questions-of-authority-statement.ts';
import { readAuthorityStatement } from './read-statement.ts';

const digest = 'c'.repeat(64);
const salt = '1'.repeat(32);
const signedBy = { address: digest, index: 3, certificateDigest: digest, controlClass: 'token' };
const field = { keyName: 'person:person-0001', commitment: '', nonce: '', ciphertext: '' };

const event: Envelope = {
  id: 'event-0001',
  type: 'directory.PersonEnrolled.v1',
  log: 'mois',
  stream: 'person-person-0001',
  revision: 0,
  recordedAt: '2026-03-02T00:00:00.000Z',
  actor: 'service:founding',
  commandId: 'command-1',
  commandMac: 'ab',
  correlationId: 'command-1',
  causationId: 'command-1',
  data: { personId: 'person-0001', subject: 'officer', signedBy },
  sealed: { name: field },
};

const statement: AuthorityStatement = {
  type: 'authority-statement',
  version: 1,
  log: 'mois',
  institution: '행정안전부',
  nonce: '2'.repeat(32),
  act: {
    event: event.type,
    data: { personId: 'person-0001', subject: 'officer' },
    sealed: { name: { salt, digest: sealedValueDigest(salt, '김하나') } },
  },
  directoryEvent: null,
  checkpoint: null,
  certificate: digest,
  controlClass: 'token',
  claimedAt: '2026-03-02T00:00:00.000Z',
  sentence: '행정안전부의 이름으로 등록합니다.',
};

const opened = { name: '김하나' };

function verdict(changedEvent: Partial<Envelope>, changed: Partial<AuthorityStatement> = {}, values: object = opened) {
  const bytes = canonicalBytes({ ...statement, ...changed });
  return worstOf(questionsOfAuthorityStatement({ ...event, ...changedEvent }, bytes, { ...values }));
}

describe('an authority statement', () => {
  it('is about the event whose data it says, and no word of a sealed value is in it', () => {
    expect(verdict({})).toBe('passed');
    expect(JSON.stringify(statement)).not.toContain('김하나');
  });

  it.each<[string, Partial<Envelope>]>([
    ['a changed value', { data: { personId: 'person-0001', subject: 'minister', signedBy } }],
    ['one value more', { data: { ...event.data, more: true } }],
    ['one value less', { data: { personId: 'person-0001', signedBy } }],
    ['another type', { type: 'directory.PersonAppointed.v1' }],
    ['another log', { log: 'mopa' }],
    ['one sealed value more', { sealed: { name: field, certificate: field } }],
    ['no sealed value', { sealed: {} }],
    ['another certificate', { data: { ...event.data, signedBy: { ...signedBy, certificateDigest: 'd'.repeat(64) } } }],
    ['another class of control', { data: { ...event.data, signedBy: { ...signedBy, controlClass: 'demo-software' } } }],
    ['no signer', { data: { personId: 'person-0001', subject: 'officer' } }],
  ])('is not about an event with %s', (_, change) => {
    expect(verdict(change)).toBe('failed');
  });

  it('is not about another sealed value, and says nothing of one that is gone', () => {
    expect(verdict({}, {}, { name: '김두리' })).toBe('failed');
    expect(verdict({}, {}, {})).toBe('indeterminate');
  });

  it.each<[string, (text: string) => string]>([
    ['with a space', (text) => `${text} `],
    ['with a byte order mark', (text) => `\uFEFF${text}`],
    ['in another order', (text) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()))],
    ['with a member that nobody knows', (text) => text.replace('{', '{"aaa":1,')],
    ['of another version', (text) => text.replace('"version":1', '"version":2')],
  ])('is not read %s', (_, changed) => {
    const text = new TextDecoder().decode(canonicalBytes(statement));
    expect(readAuthorityStatement(new TextEncoder().encode(text))).toEqual(statement);
    const bytes = new TextEncoder().encode(changed(text));
    expect(readAuthorityStatement(bytes)).toBeUndefined();
    expect(worstOf(questionsOfAuthorityStatement(event, bytes, opened))).toBe('failed');
  });

  it('is salted, so that equal values look different', () => {
    const value: Json = '김하나';
    expect(sealedValueDigest('3'.repeat(32), value)).not.toBe(sealedValueDigest(salt, value));
  });
});
