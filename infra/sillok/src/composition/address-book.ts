import { createHash } from 'node:crypto';
import type { AddressBook } from '@sillok/outbound';
import { type CertificateAuthority, type InstitutionPlan, sealKeyId } from '@sillok/small-country';
import type { InstitutionKeys } from './institution-keys.ts';
import { logSigner, type WitnessedNeighbour, witnessSigner } from './witnessing.ts';

/** The institutions of the small country as they know each other; a signed snapshot takes its place one day. */
export function addressBookOf(
  plans: readonly InstitutionPlan[],
  authority: CertificateAuthority,
  port: number,
): AddressBook {
  return {
    find(institutionId) {
      const plan = plans.find((one) => one.id === institutionId);
      if (plan === undefined) return undefined;
      // A seal is made when its institution is founded, which may be after its neighbours.
      const [certificate] = authority.find(sealKeyId(plan))?.chain ?? [];
      return {
        institutionId,
        name: plan.name,
        address: addressOf(institutionId, port),
        roots: [authority.root],
        isArchives: plan.isArchives === true,
        sealCertificates: certificate === undefined ? [] : [createHash('sha256').update(certificate).digest('hex')],
      };
    },
  };
}

/** Everybody but this institution: each is a witness of the others. */
export function neighboursOf(
  plans: readonly InstitutionPlan[],
  institutionId: string,
  keysOf: (institutionId: string) => InstitutionKeys,
  port: number,
): readonly WitnessedNeighbour[] {
  const others = plans.filter(({ id }) => id !== institutionId);
  return others.map(({ id }) => {
    const { ledgerKey, witnessKey } = keysOf(id);
    return {
      institutionId: id,
      logKey: logSigner(id, ledgerKey).verifierKey,
      witnessKey: witnessSigner(id, witnessKey).verifierKey,
      submissionPrefix: `${addressOf(id, port)}/api/audit/witness`,
    };
  });
}

function addressOf(institutionId: string, port: number): string {
  return `http://${institutionId}.localhost:${port}`;
}
