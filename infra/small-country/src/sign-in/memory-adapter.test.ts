import { describe, expect, it } from 'vitest';
import { createMemoryAdapter } from './memory-adapter.ts';

describe('what the provider remembers', () => {
  it('is apart for each model, expires, and goes with its grant', async () => {
    let now = 1_000;
    const adapterOf = createMemoryAdapter(() => now);
    const codes = adapterOf('AuthorizationCode');
    const sessions = adapterOf('Session');
    await codes.upsert('1', { grantId: 'g' }, 60);
    await sessions.upsert('1', { uid: 'u' }, 600);
    expect([await codes.find('1'), await sessions.findByUid('u')]).toEqual([{ grantId: 'g' }, { uid: 'u' }]);
    await codes.consume('1');
    expect(await codes.find('1')).toEqual({ grantId: 'g', consumed: 1 });
    now += 61_000;
    expect([await codes.find('1'), await sessions.find('1')]).toEqual([undefined, { uid: 'u' }]);
    await codes.upsert('2', { grantId: 'g' }, 60);
    await codes.revokeByGrantId('g');
    await sessions.destroy('1');
    expect([await codes.find('2'), await sessions.find('1')]).toEqual([undefined, undefined]);
  });
});
