import { createHash, sign as signBytes, verify as verifyBytes } from 'node:crypto';
import { worstOf } from '@sillok/kernel';
import { completeCades, prepareCades } from '@sillok/signatures';
import { type CadesCheck, verifyCades } from '@sillok/signatures/verifying';
import { type TestPki, testPki } from '@sillok/test-support';
import type { Comparison } from './benchmark.ts';
import { type Benchmark, type BenchOrder, type Prepared, steadyRate } from './benchmark.ts';
import { opensslSpeed, opensslVersion, type SpeedKind } from './openssl-speed.ts';
import type { Contender } from './rounds.ts';

export const sign: Benchmark = {
  id: 'b4',
  title: 'CAdES B-B signatures, P-256 and RSA-3072',
  boundedBy: 'the key; for P-256, which is fast, also by the writing of DER',
  prepare: (order) => prepareKeys(order, { parts: signing, what: 'the last signature of each turn verified' }),
};

export const verify: Benchmark = {
  id: 'b5',
  title: 'CAdES B-B verifications with chain and revocation lists, P-256 and RSA-3072',
  boundedBy: 'the verification of one value for P-256; for RSA-3072, where that is cheap, the reading of DER',
  prepare: (order) => prepareKeys(order, { parts: verifying, what: verified }),
};

const verified =
  'checked each time: form, digest, signing certificate, value, path to the root, both revocation lists; ' +
  'certificates and lists of the same bytes are read once';

const kinds = [
  { keys: 'p256', name: 'P-256', speed: 'ecdsap256', signs: 0.5 },
  { keys: 'rsa3072', name: 'RSA-3072', speed: 'rsa3072', signs: 0.9 },
] as const;

type Kind = (typeof kinds)[number];

interface Parts {
  readonly contenders: readonly Contender[];
  readonly comparisons: readonly Comparison[];
}

type PartsOf = (kind: Kind, pki: TestPki, ms: number) => Parts;

async function prepareKeys(
  { isSmall }: BenchOrder,
  { parts, what }: { readonly parts: PartsOf; readonly what: string },
): Promise<Prepared> {
  const ms = isSmall ? 100 : 1_000;
  const all = kinds.map((kind) => parts(kind, testPki({ keys: kind.keys }), ms));
  return {
    contenders: all.flatMap(({ contenders }) => contenders),
    comparisons: all.flatMap(({ comparisons }) => comparisons),
    facts: [await opensslVersion(), `OpenSSL ${process.versions.openssl} in Node`, 'one core', what],
    close: () => undefined,
  };
}

const digest = createHash('sha256').update('the statement').digest();
const signedAt = '2026-03-01T09:00:00.500Z';

const signing: PartsOf = (kind, pki, ms) => {
  const cades = `CAdES B-B, ${kind.name}`;
  const bare = `node:crypto sign, ${kind.name}`;
  const check = checkOf(pki);
  const one = () => signOne(pki);
  return {
    contenders: [
      {
        name: cades,
        async run() {
          const rate = await steadyRate(() => void one(), ms, 5);
          assertPasses(one(), check);
          return rate;
        },
      },
      { name: bare, run: () => steadyRate(() => void signBytes('sha256', statement, pki.person.privateKey), ms, 5) },
      openssl(kind.speed, 'sign'),
    ],
    comparisons: [
      { subject: cades, peer: openssl(kind.speed, 'sign').name, atLeast: kind.signs },
      { subject: cades, peer: bare },
    ],
  };
};

const verifying: PartsOf = (kind, pki, ms) => {
  const cades = `CAdES B-B, ${kind.name}`;
  const bare = `node:crypto verify, ${kind.name}`;
  const check = checkOf(pki);
  const der = signOne(pki);
  const value = signBytes('sha256', statement, pki.person.privateKey);
  return {
    contenders: [
      { name: cades, run: () => steadyRate(() => assertPasses(der, check), ms, 5) },
      {
        name: bare,
        run: () => steadyRate(() => void verifyBytes('sha256', statement, pki.person.publicKey, value), ms, 5),
      },
      openssl(kind.speed, 'verify'),
    ],
    comparisons: [
      { subject: cades, peer: openssl(kind.speed, 'verify').name, atLeast: 0.4 },
      { subject: cades, peer: bare },
    ],
  };
};

/** As long as signed attributes are. */
const statement = Buffer.alloc(200, 'a');

function signOne({ person }: TestPki): Uint8Array {
  const prepared = prepareCades({ digest, chain: person.chain, signedAt });
  return completeCades(prepared, signBytes('sha256', prepared.toBeSigned, person.privateKey));
}

function checkOf(pki: TestPki): CadesCheck {
  const crls = pki.crls('2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z');
  const trust = { roots: [pki.root.certificate], crls, ocsp: [] };
  return { digest, trust, provenAt: signedAt, signingTime: 'required' };
}

function assertPasses(der: Uint8Array, check: CadesCheck): void {
  const { questions } = verifyCades(der, check);
  if (worstOf(questions) !== 'passed') throw new RangeError(`not passed: ${JSON.stringify(questions)}`);
}

function openssl(kind: SpeedKind, what: 'sign' | 'verify'): Contender {
  return { name: `openssl speed ${kind} ${what}`, run: async () => (await opensslSpeed(kind))[what] };
}
