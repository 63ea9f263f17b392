import { id_pkix_ocsp_nocheck } from '@peculiar/asn1-ocsp';
import { OctetString } from '@peculiar/asn1-schema';
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  ExtendedKeyUsage,
  type Extension,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_cRLDistributionPoints,
  id_ce_extKeyUsage,
  id_ce_issuerAltName,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_policyConstraints,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_pe_authorityInfoAccess,
  KeyUsage,
} from '@peculiar/asn1-x509';
import { decodeAsn } from '../der/asn-convert.ts';
import type { CertificateExtensions } from './certificate.ts';

// Certificate policies need no processing while no policy is required.
const processed: readonly string[] = [
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_cRLDistributionPoints,
  id_ce_extKeyUsage,
  id_ce_issuerAltName,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_pe_authorityInfoAccess,
  id_pkix_ocsp_nocheck,
];

// They narrow what a path may say, and some authorities leave them uncritical: not to process them would be too wide.
const narrowing: readonly string[] = [id_ce_nameConstraints, id_ce_policyConstraints];

/** Reads the extensions of RFC 5280 §4.2 that path validation uses. Throws DER_MALFORMED. */
export function readExtensions(extensions: readonly Extension[]): CertificateExtensions {
  const octetsOf = (id: string) => {
    const found = extensions.find((one) => one.extnID === id);
    return found === undefined ? undefined : new Uint8Array(found.extnValue.buffer);
  };
  const constraints = read(octetsOf(id_ce_basicConstraints), BasicConstraints, 'basicConstraints');
  const authority = read(octetsOf(id_ce_authorityKeyIdentifier), AuthorityKeyIdentifier, 'authorityKeyIdentifier');
  const purposes = read(octetsOf(id_ce_extKeyUsage), ExtendedKeyUsage, 'extKeyUsage');
  return {
    isAuthority: constraints?.cA ?? false,
    pathLength: constraints?.pathLenConstraint,
    keyUsage: read(octetsOf(id_ce_keyUsage), KeyUsage, 'keyUsage')?.toJSON(),
    extendedKeyUsage: purposes === undefined ? undefined : [...purposes],
    extendedKeyUsageCritical: extensions.some((one) => one.extnID === id_ce_extKeyUsage && one.critical),
    subjectKey: hex(read(octetsOf(id_ce_subjectKeyIdentifier), OctetString, 'subjectKeyIdentifier')),
    authorityKey: hex(authority?.keyIdentifier),
    noCheck: octetsOf(id_pkix_ocsp_nocheck) !== undefined,
    unprocessed: [...unprocessed(extensions), ...repeated(extensions)],
  };
}

function unprocessed(extensions: readonly Extension[]): string[] {
  const missed = (one: Extension) => one.critical && !processed.includes(one.extnID);
  return extensions.filter((one) => missed(one) || narrowing.includes(one.extnID)).map((one) => one.extnID);
}

function repeated(extensions: readonly Extension[]): string[] {
  const ids = extensions.map((one) => one.extnID);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function read<Value>(bytes: Uint8Array | undefined, type: new () => Value, what: string): Value | undefined {
  return bytes === undefined ? undefined : decodeAsn(bytes, type, what);
}

function hex(value: OctetString | undefined): string | undefined {
  return value === undefined ? undefined : Buffer.from(value.buffer).toString('hex');
}
