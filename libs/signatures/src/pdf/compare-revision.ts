import { catalogRule, metadataRule } from './catalog-rule.ts';
import { fieldRule } from './field-rule.ts';
import { fieldsOf } from './form-fields.ts';
import { formRule, newFields, pageRule } from './form-rule.ts';
import { pagesOf } from './pages.ts';
import { catalogOf, lookUp, nameUnder, type PdfFile, type PdfRevision, trailerOf } from './pdf-file.ts';
import type { PdfDict, PdfValue } from './pdf-value.ts';
import { referencesIn } from './references.ts';
import { fault, type RevisionAct, type RevisionChange, type RuleAnswer } from './revision-change.ts';
import { changedKeys, sameValue } from './same-value.ts';
import { validationDataRule } from './validation-data-rule.ts';

/** What a revision did, and everything in it that nothing allows. */
export interface RevisionComparison {
  readonly acts: readonly RevisionAct[];
  readonly faults: readonly string[];
}

type Rule = (change: RevisionChange, old: PdfValue, now: PdfValue) => RuleAnswer;

/** Compares the revision with this index (from 1) with the one before, object by object. Throws PDF_MALFORMED. */
export function compareRevision(file: PdfFile, index: number): RevisionComparison {
  const revision = file.revisions[index] ?? file.revisions[0];
  const before = { file, index: index - 1 };
  const numbers = [...revision.objects.keys()];
  const added = new Set(numbers.filter((number) => lookUp(before, number) === undefined));
  const change: RevisionChange = {
    before,
    after: { file, index },
    added,
    sound: new Set(),
    budget: { visits: 1_000_000 },
  };
  const rules = rulesFor(change);
  const answers = numbers.filter((number) => !added.has(number)).map((number) => answerFor(change, rules, number));
  const faults = answers.flatMap((answer) => ('fault' in answer ? [answer.fault] : []));
  const acts = answers.flatMap((answer) => ('acts' in answer ? answer.acts : []));
  return { acts: [...new Set(acts)], faults: [...faults, ...strays(change, revision), ...trailerFaults(change)] };
}

function rulesFor(change: RevisionChange): ReadonlyMap<number, Rule> {
  const rules = new Map<number, Rule>();
  const catalog = catalogOf(change.before);
  const declared = newFields(change, catalogOf(change.after).dict.entries.get('AcroForm'));
  for (const page of pagesOf(change.before)) rules.set(page.number, (...given) => pageRule(...given, declared));
  for (const field of fieldsOf(change.before)) {
    rules.set(field.number, (_change, _old, now) => fieldRule(change, field, now));
  }
  const under = (key: string, rule: Rule) => {
    const value = catalog.dict.entries.get(key);
    if (value?.type === 'reference') rules.set(value.number, rule);
  };
  under('Metadata', (_change, old, now) => metadataRule(old, now));
  under('AcroForm', formRule);
  under('DSS', (_change, _old, now) => validationDataRule(change, now));
  rules.set(catalog.number, catalogRule);
  return rules;
}

function answerFor(change: RevisionChange, rules: ReadonlyMap<number, Rule>, number: number): RuleAnswer {
  const old = lookUp(change.before, number)?.value;
  const now = lookUp(change.after, number)?.value;
  const rule = rules.get(number);
  if (old === undefined || now === undefined) return fault(`object ${number} cannot be compared`);
  const label = `object ${number} (${kindOf(old)})`;
  if (rule === undefined) return fault(`${label} was redefined`);
  if (sameValue(old, now)) return fault(`${label} was written again without a change`);
  const answer = rule(change, old, now);
  return 'fault' in answer ? fault(`object ${number}: ${answer.fault}`) : answer;
}

/** New objects must be reached from what was allowed to change, else they wait for another reader. */
function strays(change: RevisionChange, revision: PdfRevision): string[] {
  const changed = [...revision.objects.values()].filter((object) => !change.added.has(object.number));
  const reached = new Set(
    changed.flatMap((object) => referencesIn(object.value)).filter((one) => change.added.has(one)),
  );
  for (const number of reached) {
    const value = revision.objects.get(number)?.value;
    for (const next of value === undefined ? [] : referencesIn(value)) if (change.added.has(next)) reached.add(next);
  }
  return [...change.added]
    .filter((number) => !reached.has(number))
    .map((number) => `object ${number} is new and unused`);
}

function trailerFaults(change: RevisionChange): string[] {
  const old = trailerOf(change.before);
  const now = trailerOf(change.after);
  const beyond = changedKeys(old, now).filter((key) => key !== 'Size' && key !== 'Prev' && key !== 'ID');
  const kept = sameValue(firstId(old), firstId(now));
  return [
    ...beyond.map((key) => `the trailer was changed under ${key}`),
    ...(kept ? [] : ['the file has another /ID']),
  ];
}

function firstId(trailer: PdfDict): PdfValue | undefined {
  const id = trailer.entries.get('ID');
  return id?.type === 'array' ? id.items[0] : undefined;
}

function kindOf(value: PdfValue): string {
  const holder = value.type === 'stream' ? value.dict : value.type === 'dict' ? value : undefined;
  return (holder && nameUnder(holder, 'Type')) ?? value.type;
}
