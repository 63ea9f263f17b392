import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { signaturePath } from '@sillok/archival-package';
import { createApiClient } from '@sillok/http-service';
import type { RefusalCode } from '@sillok/schemas/vocabulary/errors';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { rawZip } from '../../../libs/archival-package/src/testing/raw-zip.ts';
import { forgedSubmission, type SubmissionForgery } from '../support/forged-submission.ts';
import { type House, openHouse } from '../support/house.ts';
import { expectRefused, posting } from '../support/refused.ts';
import { sentFolder } from '../support/sent-folder.ts';

let house: House;
let sent: Awaited<ReturnType<typeof sentFolder>>;

beforeAll(async () => {
  house = await openHouse();
  sent = await sentFolder(house, ['나쁜 꾸러미']);
}, 60_000);
afterAll(() => house.leave());

const path = '/api/archive/submissions';
const anybody = () => createApiClient({ port: house.country.port, host: 'archives.localhost' });
const bringing = (bytes: Uint8Array) => posting(anybody(), path, new Uint8Array(bytes));
const forged = (forgery: SubmissionForgery) =>
  forgedSubmission(house.country, sent.bytes, { transferId: randomUUID(), ...forgery });
const text = (value: string) => new TextEncoder().encode(value);
const without = (left: string) => forged({ file: (name, content) => (name === left ? undefined : content) });

const malformed = { code: 'submission-malformed', field: 'body', status: 422 } as const;

describe('what is no package is refused', () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    ['nothing', async () => new Uint8Array()],
    ['no zip', async () => text('%PDF-1.7')],
    ['a zip without anything', async () => rawZip([])],
    ['a zip that was cut', async () => sent.bytes.subarray(0, sent.bytes.length - 200)],
    ['no METS', () => without('METS.xml')],
    ['no signature', () => without(signaturePath)],
    ['a METS that is no XML', () => forged({ mets: () => 'mets' })],
    [
      'a METS with entities',
      () => forged({ mets: (mets) => mets.replace('<mets', '<!DOCTYPE m [<!ENTITY a "b">]><mets') }),
    ],
    [
      'an archival package',
      () => forged({ mets: (mets) => mets.replace('OAISPACKAGETYPE="SIP"', 'OAISPACKAGETYPE="AIP"') }),
    ],
    ['no history of its folder', () => without('metadata/other/history.jsonl')],
  ])('%s', async (_, make) => {
    await expectRefused(house, malformed, bringing(await make()));
  });
});

describe('a package is not believed', () => {
  it.each<[string, SubmissionForgery, RefusalCode, string]>([
    ['sealed by another institution', { keyId: 'mopa-seal' }, 'signature-invalid', signaturePath],
    [
      'with a METS that was changed after signing',
      { afterSigning: (mets) => mets.replace('LABEL="', 'LABEL="!') },
      'signature-invalid',
      signaturePath,
    ],
    [
      'with a signature that is none',
      { file: (name, bytes) => (name === signaturePath ? text('signed') : bytes) },
      'signature-invalid',
      signaturePath,
    ],
    [
      'of a sender that nobody knows',
      { mets: (mets) => mets.replaceAll('>munhwa<', '>strangers<') },
      'submission-sender-unknown',
      'submitter',
    ],
    [
      'of a sender that is a name of the language',
      { mets: (mets) => mets.replaceAll('>munhwa<', '>constructor<') },
      'submission-sender-unknown',
      'submitter',
    ],
    [
      'in the name of another',
      { mets: (mets) => mets.replaceAll('>munhwa<', '>mopa<') },
      'signature-invalid',
      signaturePath,
    ],
    [
      'addressed to other archives',
      { mets: (mets) => mets.replaceAll('>archives<', '>elsewhere<') },
      'submission-recipient-another',
      'preservation',
    ],
  ])('%s', async (_, forgery, code, field) => {
    await expectRefused(house, { code, field, status: 422 }, bringing(await forged(forgery)));
  });

  it('that is another under the name of one that is here', async () => {
    const another = await forgedSubmission(house.country, sent.bytes, {
      mets: (mets) => mets.replace('LABEL="', 'LABEL="!'),
    });
    await expectRefused(house, { code: 'submission-differs', field: 'transferId', status: 409 }, bringing(another));
  });
});

test('a package with a METS of twenty megabytes that says nothing is looked at and refused for what it lacks', async () => {
  const padding = `<!--${' '.repeat(1000)}-->\n`.repeat(20_000);
  const large = await forged({
    mets: (mets) => mets.replaceAll('>archives<', '>elsewhere<').replace('</mets>', `${padding}</mets>`),
  });
  await expectRefused(house, { code: 'submission-recipient-another', field: 'preservation' }, bringing(large));
});

test('a body over the limit is refused by its length, and the archives live on', async () => {
  expect(await announced(268_435_457)).toMatchObject({ status: 413, body: { code: 'input-too-large' } });
  expect((await anybody().post(path, sent.bytes)).status).toBe(200);
});

/** Says how much will come, and waits for the answer before a byte of it is sent. */
function announced(length: number): Promise<{ status: number | undefined; body: unknown }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/octet-stream', 'content-length': length, 'x-sillok-client': 'test' };
    const host = `archives.localhost:${house.country.port}`;
    const order = { host: '127.0.0.1', port: house.country.port, method: 'POST', path, headers: { host, ...headers } };
    const sending = request(order, async (response) => {
      resolve({ status: response.statusCode, body: await json(response) });
      sending.destroy();
    });
    sending.on('error', reject);
    sending.flushHeaders();
  });
}
