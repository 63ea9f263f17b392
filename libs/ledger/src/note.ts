import { decodeBase64, encodeBase64 } from './base64.ts';
import { isSameHash } from './hashing.ts';
import { checkpointInvalid } from './invalid.ts';
import type { NoteSigner } from './note-signer.ts';
import { isKeyName, parseVerifierKey, type VerifierKey } from './verifier-key.ts';

/** A text whose signatures by known keys all verified. */
export interface OpenedNote {
  readonly text: string;
  readonly signedBy: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  readonly verifierKey: string;
  /** An instant, where the kind of signature carries one. */
  readonly signedAt?: string;
}

/** Signs a text that ends with a new line (c2sp.org/signed-note). `at` is the instant of signing. */
export async function signNote(text: string, signers: readonly NoteSigner[], at: string): Promise<string> {
  if (!text.endsWith('\n') || !isPlain(text) || signers.length === 0) throw new RangeError('no note can say this');
  const lines = await Promise.all(signers.map((signer) => signatureLine(signer, text, at)));
  return `${text}\n${lines.join('')}`;
}

/**
 * Adds a line under a note that another signed, as a witness does. What the note says must have been judged before.
 * Throws LEDGER_CHECKPOINT_INVALID for what is no note.
 */
export async function cosignNote(note: string, signer: NoteSigner, at: string): Promise<string> {
  return `${note}${await signatureLine(signer, split(note).text, at)}`;
}

async function signatureLine(signer: NoteSigner, text: string, at: string): Promise<string> {
  const signature = await signer.sign(text, at);
  return `— ${signer.name} ${encodeBase64(Buffer.concat([signer.keyId, signature]))}\n`;
}

/**
 * Opens a note of hostile origin. Lines of unknown keys are ignored, as the format demands; a line of a known key that
 * does not verify spoils the note. Throws LEDGER_CHECKPOINT_INVALID with `details.reason`.
 */
export function openNote(note: string | Uint8Array, verifierKeys: readonly string[]): OpenedNote {
  const known = verifierKeys.map(parseVerifierKey);
  const { text, lines } = split(typeof note === 'string' ? note : decodeText(note));
  const signedBy = lines.flatMap((line) => {
    const key = known.find((one) => one.name === line.name && isSameHash(one.keyId, line.keyId));
    return key === undefined ? [] : [verified(key, text, line.signature)];
  });
  if (signedBy.length > 0) return { text, signedBy };
  throw checkpointInvalid('NO_KNOWN_SIGNATURE', 'no known key signed the note');
}

function verified(key: VerifierKey, text: string, signature: Uint8Array): NoteSignature {
  const result = key.verify(text, signature);
  if (result !== undefined) return { name: key.name, verifierKey: key.text, ...result };
  throw checkpointInvalid('SIG_CRYPTO_FAILURE', `the signature of ${key.name} does not verify`);
}

interface SignatureLine {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

// Room for 16 post-quantum signatures and more; what is larger is an attack.
const longestNote = 1024 * 1024;
const mostSignatures = 100;

function split(note: string): { text: string; lines: readonly SignatureLine[] } {
  const border = note.lastIndexOf('\n\n');
  if (note.length > longestNote || border < 0 || !note.endsWith('\n') || !isPlain(note)) throw malformed();
  const lines = note.slice(border + 2, -1).split('\n');
  if (lines.length > mostSignatures) throw malformed();
  return { text: note.slice(0, border + 1), lines: lines.map(parseLine) };
}

function parseLine(line: string): SignatureLine {
  const [dash, name = '', base64 = '', ...rest] = line.split(' ');
  const bytes = decodeBase64(base64);
  if (dash !== '—' || !isKeyName(name) || bytes === undefined || bytes.length < 5 || rest.length > 0) throw malformed();
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function decodeText(note: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(note);
  } catch {
    throw malformed();
  }
}

function isPlain(text: string): boolean {
  return text.isWellFormed() && !/[^ -\u{10ffff}\n]/u.test(text);
}

function malformed(): Error {
  return checkpointInvalid('FORMAT_FAILURE', 'the bytes are no signed note');
}
