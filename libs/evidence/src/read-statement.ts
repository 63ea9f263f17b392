import { canonicalJson } from '@sillok/kernel';
import { type StepStatement, stepStatement } from '@sillok/schemas/statements/step-statement';

/** The statement, if the bytes are exactly its canonical form: each byte has one allowed value. */
export function readStatement(bytes: Uint8Array): StepStatement | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const parsed = stepStatement.safeParse(JSON.parse(text));
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
