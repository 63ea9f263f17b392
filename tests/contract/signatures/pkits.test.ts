import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { worstOf } from '@sillok/kernel';
import { verifyCertificate } from '@sillok/signatures/verifying';
import { describe, expect, it } from 'vitest';
import { deviations } from './pkits-deviations.ts';

const corpora = process.env['SILLOK_CORPORA'];
const folder = join(corpora ?? '', 'pkits');

interface PathCase {
  readonly id: string;
  readonly name: string;
  readonly cert: string;
  readonly other_certs?: readonly string[];
  readonly path_intermediates?: readonly string[];
  readonly crls?: readonly string[];
  readonly error?: object;
  /** Initial policies: we have none, so these cases ask what we cannot be asked. */
  readonly params?: object;
}

const file = (kind: 'certs' | 'crls', name: string) => readFileSync(join(folder, kind, name));

/** The suite's lists are of 2010-01-01 08:30: later on the same day our rule of 24 hours lets them speak. */
const sameDay = '2010-01-01T20:00:00.000Z';
/** After the dates that some cases are about, when no list of 2010 can speak for a signer any more. */
const later = '2015-01-01T00:00:00.000Z';
const aboutLater = /^4020[12567]|^4041[12]|^415(04|10)/;

function answerTo(one: PathCase) {
  const between = [...(one.other_certs ?? []), ...(one.path_intermediates ?? [])];
  const lists = ['TrustAnchorRootCRL.crl', ...(one.crls ?? [])];
  return verifyCertificate(file('certs', one.cert), {
    certificates: between.map((name) => file('certs', name)),
    trust: {
      roots: [file('certs', 'TrustAnchorRootCertificate.crt')],
      crls: lists.map((name) => file('crls', name)),
      ocsp: [],
    },
    at: aboutLater.test(one.id) ? later : sameDay,
    purpose: 'signing',
  });
}

function readCases(): readonly PathCase[] {
  const all: readonly PathCase[] = JSON.parse(readFileSync(join(folder, 'pkits.json'), 'utf8'));
  return all.filter((one) => one.params === undefined);
}

describe.skipIf(corpora === undefined)('the path validation suite of NIST (needs SILLOK_CORPORA)', () => {
  it('passes no path that the suite calls invalid', () => {
    const invalid = readCases().filter((one) => one.error !== undefined);
    expect(invalid.length).toBeGreaterThan(100);
    expect(invalid.filter((one) => worstOf(answerTo(one)) === 'passed').map((one) => one.name)).toEqual([]);
  });

  it('passes every valid path but those that ask for what is not supported, and says so by its reason', () => {
    const valid = readCases().filter((one) => one.error === undefined);
    const refused = valid.flatMap((one) => {
      const worst = answerTo(one).find((question) => question.verdict !== 'passed');
      return worst === undefined ? [] : [`${one.id} ${worst.reason}`];
    });
    const expected = deviations.flatMap(({ reason, cases }) => cases.map((id) => `${id} ${reason}`));
    expect(valid.length - refused.length).toBeGreaterThan(25);
    expect([...new Set(refused)].sort()).toEqual([...expected].sort());
  });
});
