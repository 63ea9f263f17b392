import { createHash } from 'node:crypto';
import type { AddressBook } from '@sillok/outbound';
import { type CertificateAuthority, type InstitutionPlan, sealKeyId } from '@sillok/small-country';

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
        address: `http://${institutionId}.localhost:${port}`,
        roots: [authority.root],
        isArchives: plan.isArchives === true,
        sealCertificates: certificate === undefined ? [] : [createHash('sha256').update(certificate).digest('hex')],
      };
    },
  };
}
