import { canonicalJson } from '@sillok/kernel';
import { type TransferReceipt, transferReceipt } from '@sillok/schemas/statements/transfer-receipt';

/** The receipt, if the bytes are exactly its canonical form. */
export function readTransferReceipt(bytes: Uint8Array): TransferReceipt | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const said = transferReceipt.safeParse(JSON.parse(text)).data;
    return said !== undefined && canonicalJson(said) === text ? said : undefined;
  } catch {
    return undefined;
  }
}
