import { type Refusal, refuse } from '@sillok/kernel';
import type { SealAffixed } from '@sillok/schemas/events/distribution/seal-affixed';
import type { SealOmitted } from '@sillok/schemas/events/distribution/seal-omitted';
import type { DispatchState } from '../state.ts';

export interface AffixSeal {
  readonly type: 'AffixSeal';
  readonly personId: string;
  /** The seal that is valid today, if there is one. */
  readonly seal: { readonly sealId: string; readonly version: number } | undefined;
  readonly at: string;
}

/** The order to dispatch: the seal must be valid at this very time, and which version it was stays written. */
export function affixSeal(
  { personId, seal, at }: AffixSeal,
  state: DispatchState,
): readonly (SealAffixed | SealOmitted)[] | Refusal {
  if (state.status !== 'reviewed') return refuse('dispatch-not-ready', 'dispatchId');
  if (seal === undefined) return refuse('seal-not-valid-now', 'seal');
  const { dispatchId, documentId, recipientId } = state.prepared;
  const data = { dispatchId, documentId, personId, recipientId, sealId: seal.sealId, sealVersion: seal.version, at };
  const ground = state.review?.ground;
  if (state.review?.seal === 'omitted' && ground !== undefined) {
    return [{ type: 'distribution.SealOmitted.v1', data: { ...data, ground } }];
  }
  return [{ type: 'distribution.SealAffixed.v1', data }];
}
