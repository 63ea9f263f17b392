import { passed, type Question } from '@sillok/kernel';
import { type Trust, verifyCades } from '@sillok/signatures/verifying';
import { sha256 } from './exact-bytes.ts';

/** A seal with a trusted time over exactly these bytes (CAdES B-T), and whose it is. */
export function sealOver(bytes: Uint8Array, signature: Uint8Array, trust: Trust): readonly Question[] {
  const check = { digest: sha256(bytes), trust, requireTimestamp: true, signingTime: 'required' } as const;
  const { questions, signer } = verifyCades(signature, check);
  if (signer === undefined) return questions;
  return [...questions, passed('sealed by', `${signer.subjectCommonName}, ${signer.serial}`)];
}
