import { canonicalJson, type Json } from '@sillok/kernel';
import { type Acknowledgement, acknowledgement } from '@sillok/schemas/statements/acknowledgement';
import { type ExchangeMessage, exchangeMessage } from '@sillok/schemas/statements/exchange-message';

/** The acknowledgement, if the bytes are exactly its canonical form. */
export function readAcknowledgement(bytes: Uint8Array): Acknowledgement | undefined {
  return canonicalOnly(bytes, (value) => acknowledgement.safeParse(value).data);
}

/** The message of an exchange container, if the bytes are exactly its canonical form. */
export function readExchangeMessage(bytes: Uint8Array): ExchangeMessage | undefined {
  return canonicalOnly(bytes, (value) => exchangeMessage.safeParse(value).data);
}

function canonicalOnly<Said extends Json>(bytes: Uint8Array, parse: (value: unknown) => Said | undefined) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const said = parse(JSON.parse(text));
    return said !== undefined && canonicalJson(said) === text ? said : undefined;
  } catch {
    return undefined;
  }
}
