import { AttributeTypeAndValue, AttributeValue, Name, RelativeDistinguishedName } from '@peculiar/asn1-x509';
import { oid } from '../der/oids.ts';

export interface Subject {
  readonly commonName: string;
  readonly organization?: string;
  /** ISO 3166-1, two letters. */
  readonly country?: string;
  readonly serialNumber?: string;
}

/** A name as RFC 5280 §4.1.2.4 asks: UTF8String, but PrintableString for country and serialNumber (X.520). */
export function distinguishedName(subject: Subject): Name {
  const parts: [string, AttributeValue][] = [];
  if (subject.country !== undefined) parts.push([oid.country, printable(subject.country)]);
  if (subject.organization !== undefined) parts.push([oid.organization, utf8(subject.organization)]);
  if (subject.serialNumber !== undefined) parts.push([oid.serialNumber, printable(subject.serialNumber)]);
  parts.push([oid.commonName, utf8(subject.commonName)]);
  return new Name(
    parts.map(([type, value]) => new RelativeDistinguishedName([new AttributeTypeAndValue({ type, value })])),
  );
}

function utf8(text: string): AttributeValue {
  return new AttributeValue({ utf8String: text });
}

function printable(text: string): AttributeValue {
  return new AttributeValue({ printableString: text });
}
