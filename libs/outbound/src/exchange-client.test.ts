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
