import { loopbackFetch } from '@sillok/http-service';
import { SillokError } from '@sillok/kernel';
import { parseVerifierKey } from '@sillok/ledger';
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

/** What a verifier brings along: the root, the keys of the log and of its witnesses, and what the authority says of each certificate now. */
export async function trustFiles(order: TrustOrder, verifierKeys: readonly string[]): Promise<readonly TrustFile[]> {
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
  const keys = verifierKeys.map((key, index) => ({ name: keyName(key, index), bytes: `${key}\n` }));
  const trust = {
    roots: ['trust/root.pem'],
    witnesses: keys.map((one) => one.name),
    checkpoint: 'checkpoint/checkpoint',
    crls: crls.map((one) => one.name),
    ocsp: ocsp.map((one) => one.name),
  };
  return [
    { name: 'trust/root.pem', bytes: toPem(authority.root) },
    ...keys,
    ...crls,
    ...ocsp,
    { name: 'trust.json', bytes: `${JSON.stringify(trust, null, 2)}\n` },
  ];
}

/** The first is the log's own; witnesses are named after whom they belong to. */
function keyName(key: string, index: number): string {
  return index === 0 ? 'trust/log.vkey' : `trust/${parseVerifierKey(key).name.replace('/', '-')}.vkey`;
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
