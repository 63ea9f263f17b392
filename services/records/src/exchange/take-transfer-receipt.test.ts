import { isRefusal, refuse } from '@sillok/kernel';
import { inMemoryObjectStore } from '@sillok/object-store/in-memory';
import { signedTransferReceipt } from '@sillok/schemas/api/records/transfer';
import type { TransferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import { afterEach, describe, expect, it } from 'vitest';
import { signedReceipt, transferHouse } from '../testing/transfer-house.ts';
import { transferDecider, transferStream } from '../transfer/decide.ts';
import { digestOf, prepare, receiptOf, submission, transferId } from '../transfer/transfer-fixtures.ts';
import { takeTransferReceipt } from './take-transfer-receipt.ts';

type House = Awaited<ReturnType<typeof transferHouse>>;
const houses: House[] = [];
afterEach(() => Promise.all(houses.splice(0).map((one) => one.close())));

async function sent(): Promise<House> {
  const house = await transferHouse(inMemoryObjectStore());
  houses.push(house);
  await house.onTransfer(prepare());
  await house.onTransfer(submission);
  return house;
}

const { receipt: arrived } = receiptOf('arrived');

async function taken(house: House, receipt: TransferReceipt, by: 'the archives' | 'a stranger' = 'the archives') {
  return takeTransferReceipt(house.context, await signedReceipt(receipt, by), 'correlation-1');
}

describe('a receipt that comes in', () => {
  it('is kept with its signature, once', async () => {
    const house = await sent();
    const signed = await signedReceipt(arrived);
    for (const _ of [1, 2])
      expect(isRefusal(await takeTransferReceipt(house.context, signed, 'correlation-1'))).toBe(false);
    expect(await house.transfer()).toEqual(['TransferPrepared', 'SubmissionBuilt', 'TransferReceiptTaken']);
    const state = await house.context.journal.stateOf(transferDecider, transferStream(transferId));
    const address = state.status === 'none' ? '' : state.receipts.arrived?.receiptAddress;
    expect(
      signedTransferReceipt.parse(await house.context.transferContents.getJson(transferId, address ?? '')),
    ).toEqual(signed);
  });

  it('is believed by the seal of the archives alone', async () => {
    const house = await sent();
    expect(await taken(house, arrived, 'a stranger')).toEqual(refuse('signature-invalid', 'signature'));
    const { signature } = await signedReceipt(arrived);
    const { statement } = await signedReceipt({ ...arrived, previous: digestOf('arrived') });
    expect(await takeTransferReceipt(house.context, { statement, signature }, 'correlation-1')).toEqual(
      refuse('signature-invalid', 'signature'),
    );
    expect(await house.transfer()).toHaveLength(2);
  });

  it('is for this institution, from archives that it knows, and canonical', async () => {
    const house = await sent();
    expect(await taken(house, { ...arrived, to: 'mopa' })).toEqual(refuse('exchange-recipient-another', 'statement'));
    for (const from of ['mopa', 'nowhere'])
      expect(await taken(house, { ...arrived, from })).toEqual(refuse('archives-unknown', 'statement'));
    const { statement, signature } = await signedReceipt(arrived);
    expect(
      await takeTransferReceipt(house.context, { statement: `${statement} `, signature }, 'correlation-1'),
    ).toEqual(refuse('input-invalid', 'statement', { rule: 'canonical' }));
  });

  it('answers a submission of ours', async () => {
    const house = await sent();
    expect(await taken(house, { ...arrived, transferId: 'transfer-0009' })).toEqual(
      refuse('transfer-receipt-unknown', 'transferId'),
    );
    expect(await taken(house, { ...arrived, answers: 'f'.repeat(64) })).toEqual(
      refuse('transfer-receipt-unknown', 'answers'),
    );
  });
});
