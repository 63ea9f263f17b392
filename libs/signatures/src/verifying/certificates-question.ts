import type { Question } from '@sillok/kernel';
import type { Certificate } from '../certificates/certificate.ts';
import { asked } from './answers.ts';
import { ancestorsOf } from './find-paths.ts';

/** What travels along must stand above the signer: a certificate that proves nothing could carry anything. */
export function certificatesQuestion(
  question: string,
  signer: Certificate,
  readable: readonly Certificate[],
  carried: number,
): Question {
  const used = ancestorsOf(signer, readable);
  const all = readable.length === carried && readable.every((one) => used.some((other) => other.digest === one.digest));
  return asked(question, all, 'FORMAT_FAILURE', 'a certificate that no chain uses');
}
