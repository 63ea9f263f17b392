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
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_pe_authorityInfoAccess,
  KeyUsage,
} from '@peculiar/asn1-x509';
import { decodeAsn } from '../der/asn-convert.ts';
import type { CertificateExtensions } from './certificate.ts';

// Certificate policies need no processing while no policy is required; policy constraints and mappings, which could
// require one, are always critical (RFC 5280 §4.2.1.5, §4.2.1.11) and are not in this list. So are name constraints.
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
    unprocessed: [...unknownCritical(extensions), ...repeated(extensions)],
  };
}

function unknownCritical(extensions: readonly Extension[]): string[] {
  return extensions.filter((one) => one.critical && !processed.includes(one.extnID)).map((one) => one.extnID);
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
