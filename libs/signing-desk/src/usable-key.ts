import { type DirectoryState, isControlEnough, type SigningKey, signingKeyOf } from '@sillok/authority';
import { type Refusal, refuse } from '@sillok/kernel';

/** The key that a person signs with at this instant, if its holder controls it as the pack demands. */
export function usableKeyOf(directory: DirectoryState, personId: string, at: string): SigningKey | Refusal {
  const key = signingKeyOf(directory, personId);
  if (key === undefined) return refuse('certificate-of-another', 'person');
  return isControlEnough(directory, key, at) ? key : refuse('control-class-too-low', 'person');
}
