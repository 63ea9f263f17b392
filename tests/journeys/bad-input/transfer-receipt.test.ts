import { randomUUID } from 'node:crypto';
import { sha256Hex } from '@sillok/evidence';
import { createApiClient } from '@sillok/http-service';
import { canonicalBytes, type Json } from '@sillok/kernel';
import { submissionAnswer, submissionDone } from '@sillok/schemas/api/archive/submission';
import { type SignedTransferReceipt, signedTransferReceipt } from '@sillok/schemas/api/records/transfer';
import { transferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import type { RefusalCode } from '@sillok/schemas/vocabulary/errors';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { archivesOf } from '../../../infra/sillok/src/life/live-transfer.ts';
import { eventsIn } from '../support/correspondence.ts';
import { sign } from '../support/forged-message.ts';
import { type House, openHouse, until } from '../support/house.ts';
import { expectRefused, posting } from '../support/refused.ts';
import { centre, sentFolder } from '../support/sent-folder.ts';

let house: House;
let sent: Awaited<ReturnType<typeof sentFolder>>;
let genuine: SignedTransferReceipt;

beforeAll(async () => {
  house = await openHouse();
  sent = await sentFolder(house, ['첫째', '둘째']);
  const path = `/api/records/transfers/${sent.transferId}/receipts/arrived`;
  genuine = await house.client('munhwa').ask(centre, path, signedTransferReceipt);
  await until(submission, ({ status }) => status === 'inspected');
}, 60_000);
afterAll(() => house.leave());

const archives = () => archivesOf(house.country);
const submissionPath = () => `/api/archive/submissions/${sent.transferId}`;
const submission = () => archives().client.ask(archives().archivist, submissionPath(), submissionAnswer);
const anybodyAt = (institution: string) =>
  createApiClient({ port: house.country.port, host: `${institution}.localhost` });
const bringing = (body: unknown) => posting(anybodyAt('munhwa'), '/api/records/transfers/receipts', body);

describe('a receipt is not taken', () => {
  const last = (outcome: 'accepted' | 'returned', more: Readonly<Record<string, Json>> = {}) => ({
    kind: outcome,
    previous: 'f'.repeat(64),
    items: sent.documents.map((documentId) => ({ documentId, outcome, codes: [], files: [] })),
    ...(outcome === 'accepted' ? { accession: '2015-0001' } : {}),
    ...more,
  });

  async function forged(change: Readonly<Record<string, Json>>, keyId = 'archives-seal') {
    const statement = canonicalBytes({ ...transferReceipt.parse(JSON.parse(genuine.statement)), ...change });
    const signature = await sign(house.country, keyId, statement, house.country.clock.now());
    return { statement: new TextDecoder().decode(statement), signature: Buffer.from(signature).toString('base64') };
  }

  it.each<[string, () => Readonly<Record<string, Json>>, RefusalCode, string]>([
    ['of a transfer that never was', () => ({ transferId: randomUUID() }), 'transfer-receipt-unknown', 'transferId'],
    ['of another submission', () => ({ answers: 'a'.repeat(64) }), 'transfer-receipt-unknown', 'answers'],
    [
      'of another zip',
      () => ({ package: { sha256: 'a'.repeat(64), bytes: 1 } }),
      'transfer-receipt-unknown',
      'package',
    ],
    ['for another institution', () => ({ to: 'mopa' }), 'exchange-recipient-another', 'statement'],
    ['of nobody', () => ({ from: 'strangers' }), 'archives-unknown', 'statement'],
    ['of a neighbour that is no archives', () => ({ from: 'mopa' }), 'archives-unknown', 'statement'],
    ['of the end before that of the beginning', () => last('accepted'), 'transfer-receipt-unknown', 'previous'],
    ['of arrival once more, after another', () => last('returned'), 'transfer-receipt-unknown', 'previous'],
  ])('%s', async (_, change, code, field) => {
    await expectRefused(house, { code, field }, bringing(await forged(change())));
  });

  it('by another key than that of the archives', async () => {
    const refused = { code: 'signature-invalid', field: 'signature' } as const;
    for (const key of ['munhwa-seal', 'mopa-seal'])
      await expectRefused(house, refused, bringing(await forged({}, key)));
  });

  it('that was changed after signing, or is no receipt', async () => {
    const refused = { code: 'signature-invalid', field: 'signature' } as const;
    const counts = { offered: 1, accepted: 0, returned: 0 };
    const changed = (await forged({ counts })).statement;
    await expectRefused(house, refused, bringing({ ...genuine, statement: changed }));
    await expectRefused(house, refused, bringing({ ...genuine, signature: '' }));
    await expectRefused(house, refused, bringing({ ...genuine, signature: 'AAAA' }));
    for (const statement of ['', '{}', 'null', `${genuine.statement} `, '[1'])
      await expectRefused(house, { code: 'input-invalid', field: 'statement' }, bringing({ ...genuine, statement }));
    await expectRefused(house, { code: 'input-invalid', field: 'signature' }, bringing({ ...genuine, signature: '?' }));
    await expectRefused(house, { code: 'input-unknown-field', field: 'more' }, bringing({ ...genuine, more: 1 }));
  });

  it('of other records than were sent, or of their end without an accession', async () => {
    const previous = sha256Hex(new TextEncoder().encode(genuine.statement));
    const all = last('accepted', { previous });
    const unknown = (field: string) => ({ code: 'transfer-receipt-unknown', field }) as const;
    const few = await forged({ ...all, items: all.items.slice(1) });
    await expectRefused(house, unknown('items'), bringing(few));
    await expectRefused(
      house,
      unknown('items'),
      bringing(await forged({ ...all, items: [...all.items, ...all.items] })),
    );
    const returned = last('returned', { previous });
    await expectRefused(house, unknown('kind'), bringing(await forged({ ...returned, kind: 'accepted' })));
    const { accession: _, ...without } = all;
    await expectRefused(house, unknown('accession'), bringing(await forged(without)));
  });

  it('a second time: it changes nothing', async () => {
    const before = (await eventsIn(house, 'munhwa')).length;
    for (let times = 0; times < 2; times += 1) {
      const again = await bringing(genuine)({});
      expect(again).toMatchObject({ status: 200, body: { taken: true } });
    }
    expect((await eventsIn(house, 'munhwa')).length).toBe(before);
  });
});

describe('the archives do not decide', () => {
  const by = (person: string, what: string, body: unknown) =>
    posting(house.person(person), `${submissionPath()}/${what}`, body);
  const decide = (items: readonly object[]) => by(archives().archivist, 'decision', { items });
  const accepted = () => sent.documents.map((documentId) => ({ documentId, outcome: 'accepted' }));

  it('on what was not offered, on a part, or on one record twice', async () => {
    const refused = { code: 'submission-item-unknown', field: 'items', status: 422 } as const;
    await expectRefused(house, refused, decide(accepted().slice(1)));
    await expectRefused(house, refused, decide([...accepted(), ...accepted()]));
    await expectRefused(house, refused, decide([...accepted(), { documentId: randomUUID(), outcome: 'returned' }]));
    await expectRefused(house, { code: 'input-invalid', field: 'items' }, decide([]));
    const maybe = accepted().map((one) => ({ ...one, outcome: 'maybe' }));
    await expectRefused(house, { code: 'input-invalid', field: 'items.0.outcome' }, decide(maybe));
  });

  it('by whom it is not for, on what is not there, and before somebody has decided', async () => {
    const { archivist, head } = archives();
    const decision = '0'.repeat(64);
    await expectRefused(house, { code: 'not-permitted' }, by(head, 'decision', { items: accepted() }));
    await expectRefused(house, { code: 'not-permitted' }, by(archivist, 'confirmation', { decision }));
    const early = { code: 'submission-not-ready', field: 'transferId', status: 409 } as const;
    await expectRefused(house, early, by(head, 'confirmation', { decision }));
    const elsewhere = `/api/archive/submissions/${randomUUID()}/decision`;
    const absent = { code: 'not-found', field: 'transferId', status: 404 } as const;
    await expectRefused(house, absent, posting(house.person(archivist), elsewhere, { items: accepted() }));
  });

  it('once more on what was confirmed', async () => {
    const { client, archivist, head } = archives();
    await client.tell(archivist, `${submissionPath()}/decision`, { items: accepted() }, submissionDone, 'decide-1');
    const { decision } = await submission();
    await client.tell(head, `${submissionPath()}/confirmation`, { decision }, submissionDone, 'confirm-1');
    await until(submission, ({ status, receipts }) => status === 'preserved' && receipts.length === 2);
    const late = { code: 'submission-not-ready', field: 'transferId', status: 409 } as const;
    await expectRefused(house, late, decide(accepted()));
    await expectRefused(house, late, by(head, 'confirmation', { decision }));
  });
});

test('anybody may ask the open archives anything, and is answered or told what is wrong with the question', async () => {
  const anybody = anybodyAt('archives');
  const ask = (path: string) => anybody.get(`/api/archive/open/${path}`);
  const search = (q: string) => ask(`search?${new URLSearchParams({ q })}`);
  for (const q of [
    '"',
    '*',
    'a*',
    'NEAR(a b)',
    'title:x',
    'a AND',
    'OR',
    '-x',
    '^a',
    "'; DROP TABLE open_unit; --",
    '(',
    '{a}',
    '\\',
  ])
    expect((await search(q)).status, q).toBe(200);
  for (const q of ['', ' ', 'a'.repeat(10_240)]) {
    expect(await search(q)).toMatchObject({ status: 400, body: { code: 'input-invalid', field: 'q' } });
  }
  for (const q of ['\u0000', 'a\u0000b', '\u202e', '\u0007']) expect((await search(q)).status).toBeLessThan(500);
  for (const after of ['x', '2015', '2015-01-01T00:00:00.000Z|', "' OR 1=1 --", '9'.repeat(200)]) {
    const query = new URLSearchParams({ q: '첫째', after });
    const refused = { status: 400, body: { code: 'input-invalid', field: 'after' } };
    expect(await ask(`search?${query}`)).toMatchObject(refused);
  }
  const outside = new URLSearchParams({ q: '첫째', after: '0000-99-99T99:99:99.999Z|zzzzzzzz' });
  expect((await ask(`search?${outside}`)).status).toBeLessThan(500);
  for (const path of ['descriptions/00000000-none', 'descriptions/00000000-none/document.pdf']) {
    expect(await ask(path)).toMatchObject({ status: 404, body: { code: 'not-found', field: 'descriptionId' } });
  }
  for (const path of ['descriptions/..%2f..%2fkeys', "descriptions/'%20OR%201=1", 'descriptions/%00'])
    expect(await ask(path)).toMatchObject({ status: 400, body: { code: 'input-invalid', field: 'descriptionId' } });
});
