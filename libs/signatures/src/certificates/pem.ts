import { SillokError } from '@sillok/kernel';

/** PEM text of DER (RFC 7468), lines of 64 characters: `toPem(der, 'CERTIFICATE')`. */
export function toPem(der: Uint8Array, label = 'CERTIFICATE'): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** The first block's DER. Throws DER_MALFORMED where there is none. */
export function fromPem(text: string, label = 'CERTIFICATE'): Uint8Array {
  const first = blocks(text, label)[0];
  if (first === undefined) throw new SillokError('DER_MALFORMED', `no ${label} in this PEM text`);
  return first;
}

/** Every certificate of a PEM text in its order. */
export function pemCertificates(text: string): readonly Uint8Array[] {
  return blocks(text, 'CERTIFICATE');
}

function blocks(text: string, label: string): Uint8Array[] {
  const found = text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g);
  return [...found].filter((one) => one[1] === label).map((one) => Buffer.from(one[2] ?? '', 'base64'));
}
