import type { ErmsModel } from './erms-model.ts';

/** The model of an ERMS document (CITS ERMS 3.0), undefined where it is none or lacks what a description needs. */
export function readErms(_bytes: Uint8Array): ErmsModel | undefined {
  return undefined;
}
