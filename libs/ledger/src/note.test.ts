import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosignNote, openNote, signNote } from './note.ts';
import { type NoteSigner, noteSigner } from './note-signer.ts';
import { parseVerifierKey } from './verifier-key.ts';

const at = '2026-03-02T01:02:03.000Z';
const text = 'ministry.example/ledger\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';

function ed25519(name: string, role: 'log' | 'witness' = 'log'): NoteSigner {
  return noteSigner({ name, role, privateKey: generateKeyPairSync('ed25519').privateKey });
}

const log = ed25519('ministry.example/ledger');
const witness = ed25519('archives.example/witness', 'witness');
const lasting = noteSigner({ name: log.name, privateKey: generateKeyPairSync('ml-dsa-44').privateKey });
const note = await signNote(text, [log, witness, lasting], at);

function refused(changed: string | Uint8Array, keys: readonly string[], reason: string): void {
  const error = expect.objectContaining({ code: 'LEDGER_CHECKPOINT_INVALID', details: { reason } });
  expect(() => openNote(changed, keys)).toThrow(error);
}

describe('a signed note', () => {
  test('is the note of the Go implementation, byte by byte', async () => {
    // The key and the note of golang.org/x/mod/sumdb/note's documentation.
    const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
    const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
    const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    const peter = noteSigner({ name: 'PeterNeumann', privateKey });
    expect(peter.verifierKey).toBe('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    const said =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const line =
      '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
    expect(await signNote(said, [peter], at)).toBe(`${said}\n${line}`);
    expect(openNote(`${said}\n${line}`, [peter.verifierKey]).text).toBe(said);
  });

  test('opens under each of its keys and names those who signed', () => {
    expect(openNote(note, [log.verifierKey])).toEqual({
      text,
      signedBy: [{ name: log.name, verifierKey: log.verifierKey }],
    });
    const all = openNote(Buffer.from(note), [log.verifierKey, witness.verifierKey, lasting.verifierKey]);
    expect(all.signedBy.map((one) => one.signedAt)).toEqual([undefined, at, at]);
  });

  test('takes the lines of witnesses, who sign the same text at their own time', async () => {
    const cosigned = await cosignNote(await signNote(text, [log], at), witness, '2026-03-03T00:00:00.000Z');
    const { signedBy } = openNote(cosigned, [log.verifierKey, witness.verifierKey]);
    expect(signedBy.map((one) => one.signedAt)).toEqual([undefined, '2026-03-03T00:00:00.000Z']);
    await expect(cosignNote(text, witness, at)).rejects.toMatchObject({ code: 'LEDGER_CHECKPOINT_INVALID' });
  });

  test('ignores lines of keys that nobody named, and needs one that somebody did', () => {
    const stranger = ed25519(log.name);
    refused(note, [stranger.verifierKey], 'NO_KNOWN_SIGNATURE');
    refused(note, [], 'NO_KNOWN_SIGNATURE');
    expect(openNote(note, [stranger.verifierKey, log.verifierKey]).signedBy).toHaveLength(1);
  });

  test('is spoilt by one known signature that does not verify', async () => {
    const other = await signNote(text.replace('\n0\n', '\n1\n'), [witness], at);
    const foreignLine = other.slice(other.indexOf('— archives'));
    const mixed = (await signNote(text, [log], at)) + foreignLine;
    expect(openNote(mixed, [log.verifierKey]).signedBy).toHaveLength(1);
    refused(mixed, [log.verifierKey, witness.verifierKey], 'SIG_CRYPTO_FAILURE');
  });

  test('is refused after any change of its text', () => {
    for (const key of [log, witness, lasting]) {
      refused(note.replace('\n0\n', '\n1\n'), [key.verifierKey], 'SIG_CRYPTO_FAILURE');
    }
  });

  test('never opens to another text, whatever byte is changed', async () => {
    const short = Buffer.from(await signNote(text, [log], at));
    fc.assert(
      fc.property(fc.nat(short.length - 1), fc.nat(7), (place, bit) => {
        const changed = Buffer.from(short);
        changed.writeUInt8(changed.readUInt8(place) ^ (1 << bit), place);
        expect(() => openNote(changed, [log.verifierKey])).toThrow(
          expect.objectContaining({ code: 'LEDGER_CHECKPOINT_INVALID' }),
        );
      }),
    );
  });

  test('has one spelling', async () => {
    const short = await signNote(text, [log], at);
    const [, base64 = ''] = /ledger (\S+)\n$/.exec(short) ?? [];
    const slack = `${base64.slice(0, -2)}${base64.at(-2) === 'A' ? 'B' : 'A'}=`;
    const cuts = [short.slice(0, -1), `${short}\n`, `${short}x`, `\ufeff${short}`.replace('\n\n', '\n')];
    const lines = [base64.slice(0, -1), `${base64}=`, slack, ` ${base64}`, `${base64} `, 'AAAA', ''];
    const controls = [short.replace('0\n', '0\r\n'), short.replace('0\n', '0\t\n'), `${short}\u0000`];
    for (const changed of [...cuts, ...lines.map((one) => short.replace(base64, one)), ...controls]) {
      if (changed.includes('\r') || changed.includes('\t')) refused(changed, [log.verifierKey], 'FORMAT_FAILURE');
      expect(() => openNote(changed, [log.verifierKey])).toThrow(
        expect.objectContaining({ code: 'LEDGER_CHECKPOINT_INVALID' }),
      );
    }
    refused(Buffer.from([0xff, 0x0a, 0x0a, 0x0a]), [log.verifierKey], 'FORMAT_FAILURE');
  });

  test('accepts 16 signatures and refuses more than a hundred', () => {
    const line = note.slice(note.indexOf('— archives'), note.indexOf('— ministry.example/ledger', 120));
    const signed = note.slice(0, note.indexOf('— archives'));
    expect(openNote(signed + line.repeat(16), [log.verifierKey]).signedBy).toHaveLength(1);
    refused(signed + line.repeat(101), [log.verifierKey], 'FORMAT_FAILURE');
  });

  test('is made of a text that ends with a new line only', async () => {
    await expect(signNote('no end', [log], at)).rejects.toThrow(RangeError);
    await expect(signNote('a\u0007\n', [log], at)).rejects.toThrow(RangeError);
    await expect(signNote(text, [], at)).rejects.toThrow(RangeError);
  });
});

describe('a verifier key', () => {
  test('is refused in any other spelling', () => {
    // An id of digits alone has no other case, so the key must have a letter in its id.
    let key = log.verifierKey;
    while (!/[a-f]/.test(key.split('+')[1] ?? '')) key = ed25519(log.name).verifierKey;
    const [name, id = '', base64] = key.split('+');
    const others = [
      `${name}+${id.toUpperCase()}+${base64}`,
      `${name}+00000000+${base64}`,
      `${key}=`,
      `x${key}`,
      '',
      'a+b',
    ];
    for (const other of [...others, key.replace('ministry', 'min istry'), key.slice(0, -4)]) {
      expect(() => parseVerifierKey(other)).toThrow(expect.objectContaining({ code: 'LEDGER_CHECKPOINT_INVALID' }));
    }
    expect(parseVerifierKey(key).name).toBe(log.name);
  });

  test('is not made for other kinds of key or impossible names', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(() => noteSigner({ name: 'a', privateKey })).toThrow(RangeError);
    for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\nb']) expect(() => ed25519(name)).toThrow(RangeError);
  });
});
