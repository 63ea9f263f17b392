import { hasCode, SillokError } from '@sillok/kernel';

/** Why a note was not accepted, in the words of EN 319 102-1 where it has one. */
export type NoteFault = 'FORMAT_FAILURE' | 'SIG_CRYPTO_FAILURE' | 'NO_KNOWN_SIGNATURE';

export function checkpointInvalid(reason: NoteFault, message: string): SillokError {
  return new SillokError('LEDGER_CHECKPOINT_INVALID', message, { details: { reason } });
}

export function proofInvalid(message: string, cause?: unknown): SillokError {
  return new SillokError('LEDGER_PROOF_INVALID', message, { cause });
}

/** Why this error says that a note was not accepted; throws on what is another error. */
export function noteFaultOf(error: unknown): NoteFault {
  if (!(error instanceof SillokError && hasCode(error, 'LEDGER_CHECKPOINT_INVALID'))) throw error;
  const { reason } = { reason: '', ...error.details };
  return reason === 'SIG_CRYPTO_FAILURE' || reason === 'NO_KNOWN_SIGNATURE' ? reason : 'FORMAT_FAILURE';
}
