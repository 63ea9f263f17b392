import { SillokError } from '@sillok/kernel';
import { type CertificateAuthority, keyEnrolment, type Revocations, type Validity } from '@sillok/small-country';
import type { Institution } from './institution.ts';

export interface NewDemoKey {
  /** A fresh name; the authority makes key and certificate for it. */
  readonly keyId: string;
  readonly valid?: Validity;
  readonly controlClass?: string;
}

/** What an operator of the demonstration may do to its people's keys, to see what then happens. */
export interface DemoKeys {
  /** Takes the certificate back from now on. Throws not-found for a key that was never made. */
  revoke(keyId: string): void;
  /** From now on the person signs with this key. Throws person-unknown. */
  enrol(personId: string, key: NewDemoKey): Promise<void>;
}

export function createDemoKeys(country: {
  readonly authority: CertificateAuthority;
  readonly revocations: Revocations;
  readonly institutions: readonly Institution[];
}): DemoKeys {
  const { authority, revocations, institutions } = country;
  return {
    revoke(keyId) {
      const [certificate] = authority.find(keyId)?.chain ?? [];
      if (certificate === undefined) throw new SillokError('not-found', `no key ${keyId}`, { field: 'keyId' });
      revocations.revoke(certificate);
    },
    async enrol(personId, { keyId, valid, controlClass = 'demo-software' }) {
      for (const { log, found } of institutions) {
        const person = (await log.directory.latest()).persons.get(personId);
        if (person === undefined) continue;
        const key = authority.keyFor(keyId, 'person', { commonName: person.name ?? personId }, valid);
        await found([keyEnrolment(personId, keyId, key, controlClass)]);
        return;
      }
      throw new SillokError('person-unknown', personId, { field: 'personId' });
    },
  };
}
