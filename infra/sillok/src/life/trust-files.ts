import { loopbackFetch } from '@sillok/http-service';
import { SillokError } from '@sillok/kernel';
import { ocspRequest, toPem } from '@sillok/signatures';
import { sealKeyId } from '@sillok/small-country';
import type { SmallCountry } from '../composition/small-country.ts';

export interface TrustOrder {
  readonly country: SmallCountry;
  readonly institution: string;
}

export interface TrustFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** What a verifier brings along: the root, the log's key, and what the authority says of each certificate now. */
export async function trustFiles(order: TrustOrder, verifierKey: string): Promise<readonly TrustFile[]> {
  const { authority, port, plans } = order.country;
  const address = `http://trust.localhost:${port}`;
  const plan = plans.find((one) => one.id === order.institution);
  const names = [...(plan?.people.map((person) => person.id) ?? []), sealKeyId({ id: order.institution }), 'tsa'];
  const answers = await Promise.all(names.map(async (name) => ({ name, bytes: await ocspOf(order, address, name) })));
  const ocsp = answers.flatMap(({ name, bytes }) =>
    bytes === undefined ? [] : [{ name: `trust/${name}.ocsp`, bytes }],
  );
  const crls = await Promise.all(
    ['root.crl', 'issuing.crl'].map(async (name) => ({
      name: `trust/${name}`,
      bytes: await fetched(`${address}/${name}`),
    })),
  );
  const trust = {
    roots: ['trust/root.pem'],
    witnesses: ['trust/log.vkey'],
    checkpoint: 'checkpoint/checkpoint',
    crls: crls.map((one) => one.name),
    ocsp: ocsp.map((one) => one.name),
  };
  return [
    { name: 'trust/root.pem', bytes: toPem(authority.root) },
    { name: 'trust/log.vkey', bytes: `${verifierKey}\n` },
    ...crls,
    ...ocsp,
    { name: 'trust.json', bytes: `${JSON.stringify(trust, null, 2)}\n` },
  ];
}

async function ocspOf(order: TrustOrder, address: string, name: string): Promise<Uint8Array | undefined> {
  const [certificate, issuer] = order.country.authority.find(name)?.chain ?? [];
  if (certificate === undefined || issuer === undefined) return undefined;
  const body = new Uint8Array(ocspRequest(certificate, issuer));
  return fetched(`${address}/ocsp`, { method: 'POST', body, headers: { 'content-type': 'application/ocsp-request' } });
}

async function fetched(url: string, init?: Parameters<typeof loopbackFetch>[1]): Promise<Uint8Array> {
  const response = await loopbackFetch(url, init);
  if (!response.ok) throw new SillokError('TRUST_SERVICE_UNREACHABLE', `${url} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
