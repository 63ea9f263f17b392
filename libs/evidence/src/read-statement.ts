import { canonicalJson, type Json } from '@sillok/kernel';
import { type AuthorityStatement, authorityStatement } from '@sillok/schemas/statements/authority-statement';
import { type StepStatement, stepStatement } from '@sillok/schemas/statements/step-statement';

/** The statement, if the bytes are exactly its canonical form: each byte has one allowed value. */
export function readStatement(bytes: Uint8Array): StepStatement | undefined {
  return readCanonical((value) => stepStatement.safeParse(value).data, bytes);
}

/** The same for the statement of an act that creates or ends authority. */
export function readAuthorityStatement(bytes: Uint8Array): AuthorityStatement | undefined {
  return readCanonical((value) => authorityStatement.safeParse(value).data, bytes);
}

function readCanonical<Statement extends Json>(
  parse: (value: unknown) => Statement | undefined,
  bytes: Uint8Array,
): Statement | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const statement = parse(JSON.parse(text));
    return statement !== undefined && canonicalJson(statement) === text ? statement : undefined;
  } catch {
    return undefined;
  }
}
