import { standingClock } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createSessions, sessionCookieName } from './sessions.ts';

const start = '2026-03-02T01:00:00.000Z';
const session = { personId: 'person-1', institution: 'ministry', authenticatedAt: start };
const secret = new Uint8Array(32).fill(1);

describe('a session', () => {
  it('comes back from its cookie and shows nothing of the person', async () => {
    const sessions = createSessions({ secret, clock: standingClock(start) });
    const cookie = await sessions.start(session);
    expect(cookie.name).toBe(sessionCookieName);
    expect(Buffer.from(cookie.value ?? '', 'base64url').toString('latin1')).not.toContain('person-1');
    expect(await sessions.read(cookie.value ?? '')).toEqual(session);
  });

  it('ends after eight hours', async () => {
    const clock = standingClock(start);
    const sessions = createSessions({ secret, clock });
    const { value = '' } = await sessions.start(session);
    clock.moveTo('2026-03-02T08:59:59.000Z');
    expect(await sessions.read(value)).toEqual(session);
    clock.moveTo('2026-03-02T09:00:01.000Z');
    expect(await sessions.read(value)).toBeUndefined();
  });

  it('does not open under another secret, another purpose or a changed letter', async () => {
    const clock = standingClock(start);
    const sessions = createSessions({ secret, clock });
    const { value = '' } = await sessions.start(session);
    const other = createSessions({ secret: new Uint8Array(32).fill(2), clock });
    expect(await other.read(value)).toBeUndefined();
    expect(await sessions.sealerFor('sign-in', 60, z.unknown()).open(value)).toBeUndefined();
    const middle = Math.floor(value.length / 2);
    const changed = value.slice(0, middle) + (value[middle] === 'A' ? 'B' : 'A') + value.slice(middle + 1);
    expect(await sessions.read(changed)).toBeUndefined();
    expect(await sessions.read('')).toBeUndefined();
  });

  it('needs a secret of 32 bytes', () => {
    expect(() => createSessions({ secret: new Uint8Array(16), clock: standingClock(start) })).toThrow(RangeError);
  });
});
