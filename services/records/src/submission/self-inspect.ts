import { validatePackage } from '@sillok/archival-package';

/** What must not leave the house: a requirement of the profiles or of ours, and where. */
export interface InspectionFinding {
  /** At most 64 characters: `CSIP1`, `SILLOK-FILE-EMPTY`. */
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** The sender's own inspection (DEC 32④), of the bytes alone: nothing that MUST or SHOULD be otherwise leaves. */
export async function selfInspect(bytes: Uint8Array): Promise<readonly InspectionFinding[]> {
  const { findings } = await validatePackage({ name: `submission.zip`, bytes });
  return findings
    .filter(({ level }) => level === 'MUST' || level === 'SHOULD')
    .map(({ requirement, path, message }) => ({ code: requirement, path, message }));
}
