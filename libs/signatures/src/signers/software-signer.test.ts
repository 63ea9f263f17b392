import { createHash, verify } from 'node:crypto';
import { testPki } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { softwareSigner } from './software-signer.ts';

const pki = testPki();
const toBeSigned = new TextEncoder().encode('attributes');
const request = { keyId: 'person', toBeSigned, sentence: '이 문서를 승인합니다' };
const signer = () => softwareSigner({ keys: new Map([['person', pki.person]]) });
const code = (name: string) => expect.objectContaining({ code: name });

describe('softwareSigner', () => {
  it('signs what was prepared once the person confirmed exactly its digest', async () => {
    const one = signer();
    const { handle, challenge } = await one.prepare(request);
    expect(Buffer.from(challenge)).toEqual(createHash('sha256').update(toBeSigned).digest());
    await one.authorise(handle, { kind: 'demo-confirmation', confirmed: challenge });
    const signature = await one.complete(handle);
    expect(verify('sha256', toBeSigned, pki.person.publicKey, signature)).toBe(true);
  });

  it('signs nothing that was not authorised', async () => {
    const one = signer();
    const { handle } = await one.prepare(request);
    await expect(one.complete(handle)).rejects.toThrow(code('not-permitted'));
  });

  it('refuses a confirmation of something else, and stays unauthorised', async () => {
    const one = signer();
    const { handle } = await one.prepare(request);
    const confirmed = createHash('sha256').update('other').digest();
    await expect(one.authorise(handle, { kind: 'demo-confirmation', confirmed })).rejects.toThrow(
      code('not-permitted'),
    );
    await expect(one.complete(handle)).rejects.toThrow(code('not-permitted'));
  });

  it('uses a handle once', async () => {
    const one = signer();
    const { handle, challenge } = await one.prepare(request);
    await one.authorise(handle, { kind: 'demo-confirmation', confirmed: challenge });
    await one.complete(handle);
    await expect(one.complete(handle)).rejects.toThrow(code('not-found'));
    await expect(one.authorise(handle, { kind: 'demo-confirmation', confirmed: challenge })).rejects.toThrow(
      code('not-found'),
    );
  });

  it('signs the prepared bytes even where the caller changes his afterwards', async () => {
    const one = signer();
    const mine = Uint8Array.from(toBeSigned);
    const { handle, challenge } = await one.prepare({ ...request, toBeSigned: mine });
    await one.authorise(handle, { kind: 'demo-confirmation', confirmed: challenge });
    mine.fill(0);
    expect(verify('sha256', toBeSigned, pki.person.publicKey, await one.complete(handle))).toBe(true);
  });

  it('knows the chain of its keys and no other key', async () => {
    const one = signer();
    expect(await one.certificateChain('person')).toEqual(pki.person.chain);
    await expect(one.certificateChain('nobody')).rejects.toThrow(code('not-found'));
    await expect(one.prepare({ ...request, keyId: 'nobody' })).rejects.toThrow(code('not-found'));
  });
});
