import { readDigitisation, sha256Hex } from '@sillok/evidence';
import { readManifest } from '@sillok/exchange-container';
import type { Digitisation } from '@sillok/schemas/statements/digitisation';
import type { DigitisationRequest } from './seal-request.ts';

const sha256Uri = 'http://www.w3.org/2001/04/xmlenc#sha256';

/** What the statement says, if it is about exactly this scan and the manifest names the two and nothing else. */
export function digitisationSaid(request: DigitisationRequest): Digitisation | undefined {
  const { digitisation, scan, manifest, at } = request;
  const said = readDigitisation(digitisation);
  if (said === undefined || said.at !== at) return undefined;
  if (said.scan.sha256 !== sha256Hex(scan) || said.scan.bytes !== scan.length) return undefined;
  const wanted = [
    [said.scan.name, said.scan.sha256],
    ['digitisation.json', sha256Hex(digitisation)],
  ];
  const named = referencesIn(manifest);
  const isSame =
    named.length === wanted.length && wanted.every(([name, digest]) => named.includes(`${name} ${digest}`));
  return isSame ? said : undefined;
}

function referencesIn(manifest: Uint8Array): readonly string[] {
  try {
    const { references } = readManifest({ name: 'manifest', bytes: manifest });
    return references
      .filter(({ algorithm }) => algorithm === sha256Uri)
      .map(({ name, digest }) => `${name} ${Buffer.from(digest).toString('hex')}`);
  } catch {
    return [];
  }
}
