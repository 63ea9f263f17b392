import { canonicalJson, type Json } from '@sillok/kernel';
import { type Acknowledgement, acknowledgement } from '@sillok/schemas/statements/acknowledgement';
import { type ExchangeMessage, exchangeMessage } from '@sillok/schemas/statements/exchange-message';
import { type TransferReceipt, transferReceipt } from '@sillok/schemas/statements/transfer-receipt';

/** The acknowledgement, if the bytes are exactly its canonical form. */
export function readAcknowledgement(bytes: Uint8Array): Acknowledgement | undefined {
  return canonicalOnly(bytes, (value) => acknowledgement.safeParse(value).data);
}

/** The message of an exchange container, if the bytes are exactly its canonical form. */
export function readExchangeMessage(bytes: Uint8Array): ExchangeMessage | undefined {
  return canonicalOnly(bytes, (value) => exchangeMessage.safeParse(value).data);
}

/** What the archives say of a submission, if the bytes are exactly its canonical form. */
export function readTransferReceipt(bytes: Uint8Array): TransferReceipt | undefined {
  return canonicalOnly(bytes, (value) => transferReceipt.safeParse(value).data);
}

/** What the bytes say, if they are exactly the canonical JSON (RFC 8785) of it. */
export function canonicalOnly<Said extends Json>(bytes: Uint8Array, parse: (value: unknown) => Said | undefined) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const said = parse(JSON.parse(text));
    return said !== undefined && canonicalJson(said) === text ? said : undefined;
  } catch {
    return undefined;
  }
}
