import { sha256Hex } from '@sillok/evidence';
import { readAsic, writeAsic } from '@sillok/exchange-container';
import { canonicalBytes, type Json } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { at, complaintsOf, sealOf } from './seal-fixtures.ts';

const signer = sealOf('munhwa');

const scan = new TextEncoder().encode('a picture of a letter');
const said = {
  type: 'digitisation',
  version: 1,
  institution: 'munhwa',
  documentId: 'paper-0001',
  arrivedOn: '2026-02-27',
  scannedAt: '2026-03-01T08:59:00.000Z',
  scannedBy: 'munhwa-registry',
  process: { resolution: 300, colour: 'greyscale', device: 'FX-300', software: 'Scan 1.0' },
  original: { medium: 'paper', location: 'A-01-3' },
  scan: { name: 'scan.png', mediaType: 'image/png', bytes: scan.length, pages: 1, sha256: sha256Hex(scan) },
  at,
  checkpoint: null,
} satisfies Json;

/** The container that the seal was asked for, each time with something else in it. */
function container(changes: { said?: Json; scan?: Uint8Array; extra?: boolean; when?: string }) {
  const digitisation = canonicalBytes(changes.said ?? said);
  const file = { name: 'scan.png', bytes: changes.scan ?? scan, mediaType: 'image/png' };
  const extra = { name: 'more.txt', bytes: new TextEncoder().encode('more'), mediaType: 'text/plain' };
  return writeAsic({
    files: [
      file,
      { name: 'digitisation.json', bytes: digitisation, mediaType: 'application/json' },
      ...(changes.extra === true ? [extra] : []),
    ],
    sign: (manifest) =>
      signer.signDigitisation({ keyId: 'seal', digitisation, scan: file.bytes, manifest, at: changes.when ?? at }),
    modifiedAt: at,
  });
}

describe('the seal', () => {
  it('signs scan and statement of its own institution, with the time it claims and a timestamp', async () => {
    const { manifests, signatures } = await readAsic(await container({}));
    const [manifest] = manifests;
    const signature = signatures.find(({ name }) => name === manifest?.signature.name)?.bytes ?? new Uint8Array();
    expect(complaintsOf(signature, manifest?.bytes ?? new Uint8Array())).toEqual([]);
  });

  it.each([
    ['what another institution scanned', { said: { ...said, institution: 'mopa' } }],
    ['what is no digitisation', { said: { ...said, type: 'acknowledgement' } }],
    ['a scan that was changed afterwards', { scan: new TextEncoder().encode('a picture of a lettex') }],
    ['a manifest that names one file more', { extra: true }],
    ['another time than the one it says', { when: '2026-03-01T09:00:01.000Z' }],
  ])('refuses %s', async (_, changes) => {
    await expect(container(changes)).rejects.toMatchObject({ code: 'signature-invalid', field: 'digitisation' });
  });
});
