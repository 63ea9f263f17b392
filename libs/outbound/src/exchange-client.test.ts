import { SillokError } from '@sillok/kernel';
import { expect, it } from 'vitest';
import { createExchangeClient } from './exchange-client.ts';

const mopa = {
  institutionId: 'mopa',
  name: 'Ministry',
  address: 'http://mopa.localhost:1',
  roots: [],
  sealCertificates: [],
  isArchives: false,
};

function answering(answer: () => Response) {
  const asked: Request[] = [];
  const client = createExchangeClient({
    institutionId: 'munhwa',
    fetch: async (input, init) => {
      asked.push(new Request(input, init));
      return answer();
    },
  });
  return { client, asked };
}

it('brings messages and acknowledgements to the address of the book, and says who it is', async () => {
  const { client, asked } = answering(() => Response.json({ acknowledgement: 1 }));
  expect(await client.sendMessage(mopa, Uint8Array.of(1, 2))).toEqual({ acknowledgement: 1 });
  await client.sendAcknowledgement(mopa, { statement: '' });
  expect(asked.map(({ url }) => new URL(url).pathname)).toEqual([
    '/api/distribution/exchange',
    '/api/distribution/acknowledgements',
  ]);
  expect(asked.map(({ headers }) => headers.get('x-sillok-client'))).toEqual(['munhwa', 'munhwa']);
});

it('tells a refusal of a submission from an answer, and both from no answer', async () => {
  const refusing = (code: string, status: number) => answering(() => Response.json({ code }, { status })).client;
  const send = (client: ReturnType<typeof refusing>) => client.sendSubmission(mopa, Uint8Array.of(1));
  expect(await send(refusing('submission-malformed', 422))).toEqual({ refused: 'submission-malformed' });
  expect(await send(answering(() => Response.json({ receipt: 1 })).client)).toEqual({ said: { receipt: 1 } });
  for (const [code, status] of [
    ['TRUST_SERVICE_UNREACHABLE', 503],
    ['EVENT_STORE_WRONG_REVISION', 409],
    ['submission-malformed', 502],
    ['host-unknown', 421],
    ['nobody-knows', 422],
  ] as const)
    await expect(send(refusing(code, status))).rejects.toMatchObject({ code: 'EXCHANGE_UNREACHABLE' });
});

it.each([
  ['refuses', () => Response.json({ code: 'exchange-sender-unknown' }, { status: 422 })],
  [
    'cannot be reached',
    () => {
      throw new TypeError('connection refused');
    },
  ],
])('is to be tried again where the other side %s', async (_, answer) => {
  const { client } = answering(answer);
  const failure = client.sendMessage(mopa, Uint8Array.of(1));
  await expect(failure).rejects.toBeInstanceOf(SillokError);
  await expect(failure).rejects.toMatchObject({ code: 'EXCHANGE_UNREACHABLE' });
});
