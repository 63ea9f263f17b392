import { id_pkix_ocsp_nocheck } from '@peculiar/asn1-ocsp';
import { OctetString } from '@peculiar/asn1-schema';
import {
  AccessDescription,
  AuthorityInfoAccessSyntax,
  AuthorityKeyIdentifier,
  BasicConstraints,
  CRLDistributionPoints,
  DistributionPoint,
  DistributionPointName,
  Extension,
  Extensions,
  GeneralName,
  id_ad_caIssuers,
  id_ad_ocsp,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_cRLDistributionPoints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
  id_pe_authorityInfoAccess,
  KeyIdentifier,
  KeyUsage,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509';
import { arrayBufferOf, encodeAsn } from '../der/asn-convert.ts';
import { derNull } from '../der/write-der.ts';
import { type CertificateProfile, profileRules } from './certificate-profile.ts';

/** Where others find what belongs to a certificate; nothing here ever fetches them. */
export interface CertificateUrls {
  readonly crl?: string;
  readonly ocsp?: string;
  readonly caIssuers?: string;
}

/** The extensions of RFC 5280 §4.2 for one profile; key identifiers as raw octets. */
export function buildExtensions(
  profile: CertificateProfile,
  keys: { readonly subject: ArrayBuffer; readonly authority: ArrayBuffer | undefined },
  urls: CertificateUrls,
): Extensions {
  const rules = profileRules[profile];
  const list = [
    extension(id_ce_basicConstraints, basicConstraints(profile), true),
    extension(id_ce_keyUsage, new KeyUsage(rules.keyUsage), true),
    extension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(keys.subject)),
  ];
  if (keys.authority !== undefined) list.push(extension(id_ce_authorityKeyIdentifier, authorityKey(keys.authority)));
  if (rules.purpose !== undefined) list.push(extension(id_ce_extKeyUsage, rules.purpose.usage, rules.purpose.critical));
  if (rules.noCheck === true) list.push(rawExtension(id_pkix_ocsp_nocheck, derNull));
  if (urls.crl !== undefined) list.push(extension(id_ce_cRLDistributionPoints, distributionPoints(urls.crl)));
  const access = accessDescriptions(urls);
  if (access.length > 0) list.push(extension(id_pe_authorityInfoAccess, new AuthorityInfoAccessSyntax(access)));
  return new Extensions(list);
}

export function extension(extnID: string, value: object, critical = false): Extension {
  return rawExtension(extnID, encodeAsn(value), critical);
}

function rawExtension(extnID: string, value: Uint8Array, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(arrayBufferOf(value)) });
}

export function authorityKey(identifier: ArrayBuffer): AuthorityKeyIdentifier {
  return new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(identifier) });
}

function basicConstraints(profile: CertificateProfile): BasicConstraints {
  const { authority } = profileRules[profile];
  if (authority === undefined) return new BasicConstraints({ cA: false });
  return new BasicConstraints({
    cA: true,
    ...(authority.pathLength === undefined ? {} : { pathLenConstraint: authority.pathLength }),
  });
}

function distributionPoints(url: string): CRLDistributionPoints {
  const fullName = [new GeneralName({ uniformResourceIdentifier: url })];
  const distributionPoint = new DistributionPointName({ fullName });
  return new CRLDistributionPoints([new DistributionPoint({ distributionPoint })]);
}

function accessDescriptions(urls: CertificateUrls): AccessDescription[] {
  const methods: [string, string | undefined][] = [
    [id_ad_ocsp, urls.ocsp],
    [id_ad_caIssuers, urls.caIssuers],
  ];
  return methods.flatMap(([accessMethod, url]) => {
    if (url === undefined) return [];
    return [
      new AccessDescription({ accessMethod, accessLocation: new GeneralName({ uniformResourceIdentifier: url }) }),
    ];
  });
}
