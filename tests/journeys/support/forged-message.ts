import { createHash } from 'node:crypto';
import { readExchangeMessage } from '@sillok/evidence';
import { type ContainerFile, readAsic, writeAsic } from '@sillok/exchange-container';
import { loopbackFetch } from '@sillok/http-service';
import { canonicalBytes, type Json } from '@sillok/kernel';
import { exchangeAnswer } from '@sillok/schemas/api/distribution/exchange';
import {
  addSignatureTimestamp,
  completeCades,
  prepareCades,
  softwareSigner,
  timestampClient,
} from '@sillok/signatures';
import type { SmallCountry } from '../../../infra/sillok/src/composition/small-country.ts';

export interface Forgery {
  /** Members of `message.json` that say something else. */
  readonly message?: Readonly<Record<string, Json>>;
  /** Changes the dispatch copy; the message then names the changed one. */
  readonly copy?: (bytes: Uint8Array) => Uint8Array;
  /** Changes a file and leaves the message as it is. */
  readonly file?: (file: ContainerFile) => ContainerFile;
  /** By whose key the container is signed; the sender's own, if nothing is said. */
  readonly keyId?: string;
}

/** A message made of a real one, signed anew by a key of the country: everything is right but what was changed. */
export async function forgedMessage(
  country: SmallCountry,
  container: Uint8Array,
  { message: change = {}, copy, file, keyId = 'munhwa-seal' }: Forgery,
): Promise<Uint8Array> {
  const { files } = await readAsic(container);
  const at = country.clock.now();
  const bytesOf = (name: string) => files.find((one) => one.name === name)?.bytes ?? new Uint8Array();
  const pdf = copy === undefined ? bytesOf('document.pdf') : copy(bytesOf('document.pdf'));
  const original = readExchangeMessage(bytesOf('message.json'));
  if (original === undefined) throw new Error('no message');
  const document = { ...original.document, sha256: sha256(pdf).toString('hex') };
  const said = canonicalBytes({ ...original, document, ...change });
  const changed = files.map((one) => {
    if (one.name === 'message.json') return { ...one, bytes: said };
    return one.name === 'document.pdf' ? { ...one, bytes: pdf } : one;
  });
  const forged = file === undefined ? changed : changed.map(file);
  return writeAsic({ files: forged, sign: (manifest) => sign(country, keyId, manifest, at), modifiedAt: at });
}

/** Detached, with a timestamp, by any key of the country. */
export async function sign(
  country: SmallCountry,
  keyId: string,
  content: Uint8Array,
  signedAt: string,
): Promise<Uint8Array> {
  const signer = softwareSigner({ keys: { get: (name) => country.authority.find(name) } });
  const chain = await signer.certificateChain(keyId);
  const prepared = prepareCades({ digest: sha256(content), chain, signedAt });
  const { handle, challenge } = await signer.prepare({ keyId, toBeSigned: prepared.toBeSigned, sentence: '' });
  await signer.authorise(handle, { kind: 'demo-confirmation', confirmed: challenge });
  const signature = await signer.complete(handle);
  const stamps = timestampClient({ url: `http://trust.localhost:${country.port}/tsa`, fetch: fetchLocally });
  return addSignatureTimestamp(completeCades(prepared, signature), await stamps.stamp(sha256(signature)));
}

/** Brings bytes to the exchange of an institution, the way every institution would. */
export async function bring(country: SmallCountry, institution: string, bytes: Uint8Array) {
  const response = await loopbackFetch(`http://${institution}.localhost:${country.port}/api/distribution/exchange`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-sillok-client': 'test' },
    body: bytes,
  });
  const body: unknown = await response.json();
  const { acknowledgement } = response.ok ? exchangeAnswer.parse(body) : {};
  const said: unknown = acknowledgement === undefined ? undefined : JSON.parse(acknowledgement.statement);
  return { status: response.status, body, said, acknowledgement };
}

const fetchLocally: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const body = new Uint8Array(await request.arrayBuffer());
  return loopbackFetch(request.url, { method: request.method, headers: request.headers, body });
};

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
