import { inMemoryObjectStore } from '@sillok/object-store/in-memory';
import type { TransferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import { afterEach, describe, expect, it } from 'vitest';
import { signedReceipt, transferHouse } from '../testing/transfer-house.ts';
import { transferStream } from '../transfer/decide.ts';
import { prepare, receiptOf, submission, transferId } from '../transfer/transfer-fixtures.ts';
import { whenSubmissionBuiltDeliver } from './when-submission-built-deliver.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const bytes = new TextEncoder().encode('a package');

async function built(answer: () => Promise<Response>) {
  const house = await transferHouse(inMemoryObjectStore(), answer);
  stops.push(house.close);
  await house.onTransfer(prepare());
  const packageAddress = await house.context.transferContents.put(transferId, bytes);
  await house.onTransfer({ ...submission, built: { ...submission.built, packageAddress } });
  const deliver = () => {
    const worker = whenSubmissionBuiltDeliver(house.context);
    stops.push(worker.stop);
    return worker;
  };
  return { ...house, deliver };
}

const receipt = async (more: Partial<TransferReceipt> = {}) =>
  Response.json({ receipt: await signedReceipt({ ...receiptOf('arrived').receipt, ...more }) });

describe('a submission', () => {
  it('is brought with the very bytes, and the receipt of its arrival is taken at once', async () => {
    const one = await built(() => receipt());
    await one.deliver().settled();
    expect(one.brought).toEqual([bytes]);
    expect((await one.transfer()).slice(2)).toEqual(['TransferReceiptTaken', 'SubmissionDelivered']);
    await one.deliver().settled();
    expect(one.brought).toHaveLength(1);
  });

  it('is delivered without a receipt too: that follows', async () => {
    const one = await built(async () => Response.json({}));
    await one.deliver().settled();
    expect((await one.transfer()).slice(2)).toEqual(['SubmissionDelivered']);
  });

  it('is not brought again where they refuse it: the transfer says why', async () => {
    const one = await built(async () => Response.json({ code: 'submission-malformed' }, { status: 422 }));
    await one.deliver().settled();
    await one.deliver().settled();
    expect(one.brought).toHaveLength(1);
    expect(one.alarms).toEqual([]);
    expect((await one.transfer()).slice(2)).toEqual(['SubmissionRefused']);
    const [, , refused] = await one.context.journal.eventsOf(transferStream(transferId));
    expect(refused?.data).toEqual({ transferId, code: 'submission-malformed' });
  });

  it('is delivered whatever they answer once they have signed for it', async () => {
    const one = await built(async () => Response.json({ code: 'signature-invalid' }, { status: 422 }));
    await one.onTransfer(receiptOf('arrived'));
    await one.deliver().settled();
    expect((await one.transfer()).slice(2)).toEqual(['TransferReceiptTaken', 'SubmissionDelivered']);
  });

  it.each([
    ['the archives cannot be reached', () => Promise.reject(new TypeError('refused'))],
    ['they have a fault', async () => Response.json({ code: 'TRUST_SERVICE_UNREACHABLE' }, { status: 503 })],
    ['they answer nonsense', async () => Response.json({ receipt: 1 })],
    ['their receipt is of another package', () => receipt({ answers: 'f'.repeat(64) })],
  ])('is brought again where %s', async (_, bad) => {
    let attempts = 0;
    const one = await built(() => {
      attempts += 1;
      return attempts === 1 ? bad() : receipt();
    });
    await one.deliver().settled();
    expect(one.brought).toEqual([bytes, bytes]);
    expect(one.alarms).toHaveLength(1);
    expect((await one.transfer()).slice(2)).toEqual(['TransferReceiptTaken', 'SubmissionDelivered']);
  });
});
