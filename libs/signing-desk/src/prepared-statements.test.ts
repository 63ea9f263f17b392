import { standingClock } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import type { SignableStatement } from './prepare-signature.ts';
import { createPreparedStatements, type PreparedStatement } from './prepared-statements.ts';

const cades: PreparedStatement<SignableStatement>['cades'] = {
  toBeSigned: Uint8Array.of(1),
  parts: {
    contentType: '',
    certificates: [],
    issuer: Uint8Array.of(),
    serialDer: Uint8Array.of(),
    signedAttributes: [],
    signatureAlgorithm: '',
  },
};

function prepared(id: string, personId: string): PreparedStatement<SignableStatement> {
  const statement = { certificate: '', claimedAt: '', sentence: id };
  return { id, personId, statement, bytes: Uint8Array.of(), digest: id, cades, handle: id };
}

describe('prepared statements', () => {
  it('are found by whom they were written for, and by nobody else', () => {
    const desk = createPreparedStatements(standingClock('2026-03-02T00:00:00.000Z'));
    desk.keep(prepared('one', 'person-1'));
    expect(desk.find('one', 'person-1')?.statement.sentence).toBe('one');
    expect(desk.find('one', 'person-2')).toBeUndefined();
    expect(desk.find('two', 'person-1')).toBeUndefined();
    desk.forget('one');
    expect(desk.find('one', 'person-1')).toBeUndefined();
  });

  it('are gone after a quarter of an hour', () => {
    let now = '2026-03-02T00:00:00.000Z';
    const desk = createPreparedStatements({ now: () => now });
    desk.keep(prepared('one', 'person-1'));
    now = '2026-03-02T00:15:00.000Z';
    expect(desk.find('one', 'person-1')).toBeDefined();
    now = '2026-03-02T00:15:00.001Z';
    expect(desk.find('one', 'person-1')).toBeUndefined();
  });

  it('are signed one after the other, whatever became of the one before', async () => {
    const desk = createPreparedStatements(standingClock('2026-03-02T00:00:00.000Z'));
    const told: string[] = [];
    const first = desk.inTurn('one', async () => {
      await Promise.resolve();
      told.push('first');
      throw new Error('lost');
    });
    const second = desk.inTurn('one', async () => told.push('second'));
    await expect(first).rejects.toThrow('lost');
    await second;
    expect(told).toEqual(['first', 'second']);
  });
});
