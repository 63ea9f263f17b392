import { isOwnAppearance } from './appearance-rule.ts';
import type { FormField } from './form-fields.ts';
import type { PdfDict, PdfValue } from './pdf-value.ts';
import { done, fault, type RevisionChange, type RuleAnswer } from './revision-change.ts';
import { changedKeys } from './same-value.ts';
import { gainedSignature } from './signature-rule.ts';

/** A declared field may gain its value and its appearance, once. */
export function fieldRule(change: RevisionChange, field: FormField, now: PdfValue): RuleAnswer {
  const label = `field '${field.name}'`;
  if (now.type !== 'dict') return fault(`${label} is no field any more`);
  const keys = changedKeys(field.dict, now);
  const beyond = keys.filter((key) => key !== 'V' && key !== 'AP');
  if (beyond.length > 0) return fault(`${label} was changed under ${beyond.join(', ')}`);
  if (field.dict.entries.has('V')) return fault(`${label} was filled before and is changed`);
  if (!now.entries.has('V')) return fault(`${label} got another appearance without a value`);
  if (keys.includes('AP') && !isOwnAppearance(change, now.entries.get('AP'))) {
    return fault(`${label} got an appearance that is not its own`);
  }
  return field.kind === 'text' ? textAnswer(label, now) : signatureAnswer(change, label, keys, now);
}

function textAnswer(label: string, now: PdfDict): RuleAnswer {
  return now.entries.get('V')?.type === 'string' ? done('filled') : fault(`${label} holds no text`);
}

function signatureAnswer(change: RevisionChange, label: string, keys: readonly string[], now: PdfDict): RuleAnswer {
  const kind = gainedSignature(change, now.entries.get('V'));
  if (kind === 'seal') return done('signed');
  if (kind === 'timestamp' && !keys.includes('AP')) return done('timestamped');
  return fault(`${label} was given something that is no signature`);
}
