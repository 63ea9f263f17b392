import { newFormRule } from './form-rule.ts';
import type { PdfValue } from './pdf-value.ts';
import { done, fault, type RevisionChange, type RuleAnswer } from './revision-change.ts';
import { changedKeys } from './same-value.ts';
import { validationDataRule } from './validation-data-rule.ts';

/** The catalog may gain a form where it had none, and validation data. */
export function catalogRule(change: RevisionChange, old: PdfValue, now: PdfValue): RuleAnswer {
  if (old.type !== 'dict' || now.type !== 'dict') return fault('the catalog is no dictionary');
  const answers = changedKeys(old, now).map((key): RuleAnswer => {
    const value = now.entries.get(key);
    if (key === 'AcroForm' && !old.entries.has(key)) return newFormRule(change, value);
    if (key === 'DSS') return validationDataRule(change, value);
    return fault(`the catalog was changed under ${key}`);
  });
  const wrong = answers.find((answer) => 'fault' in answer);
  return wrong ?? done(...answers.flatMap((answer) => ('acts' in answer ? answer.acts : [])));
}

/** The XMP packet may be another one in the same stream. */
export function metadataRule(old: PdfValue, now: PdfValue): RuleAnswer {
  if (old.type !== 'stream' || now.type !== 'stream') return fault('the metadata is no stream');
  const beyond = changedKeys(old.dict, now.dict).filter((key) => key !== 'Length');
  return beyond.length === 0 ? done('metadata') : fault(`the metadata was changed under ${beyond.join(', ')}`);
}
