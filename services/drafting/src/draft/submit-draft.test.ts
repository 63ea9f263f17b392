import { deriveLine } from '@sillok/authority';
import { delegated, disclosureTask, ministry } from '@sillok/authority/testing';
import { eventsOf, specificationOf } from '@sillok/decider';
import { isRefusal, refuse } from '@sillok/kernel';
import { draftSubmitted } from '@sillok/schemas/events/drafting/draft-submitted';
import type { LineStep } from '@sillok/schemas/vocabulary/line';
import type { Classification, Disclosure, DocumentText } from '@sillok/schemas/vocabulary/official-document';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAsAppointed } from '../checks/line-as-appointed.ts';
import { submissionLaw } from '../checks/submission-law.ts';
import type { SubmissionLaw, SubmitDraft } from './commands/submit-draft.ts';
import { draftDecider } from './decide.ts';
import {
  classification,
  created,
  documentId,
  drafter,
  saved,
  submit,
  submittedTextAddress,
  text,
} from './draft-fixtures.ts';

const { given } = specificationOf(draftDecider);
const morning = '2026-03-02T01:00:00.000Z';

/** The law as directory and pack have it at an instant. */
function lawAt(at: string, more: Partial<Classification> = {}, directory = ministry()): SubmissionLaw {
  const law = submissionLaw({
    directory,
    drafterId: drafter,
    unitId: 'unit-division',
    classification: { ...classification, ...more },
    folder: submit.law.folder,
    at,
  });
  if (isRefusal(law)) throw new Error(law.refused);
  return law;
}

function submission(more: Partial<SubmitDraft> = {}, at = morning): SubmitDraft {
  return { ...submit, law: lawAt(at), ...more };
}

function savedWith(more: Partial<Classification>) {
  return { ...saved, data: { ...saved.data, classification: { ...classification, ...more } } };
}

function without(...fields: readonly (keyof Classification)[]) {
  const left = Object.entries(classification).filter(([field]) => !fields.some((one) => one === field));
  return { ...saved, data: { ...saved.data, classification: Object.fromEntries(left) } };
}

const stepsAt = (matter: string, directory = ministry()): readonly LineStep[] => {
  const line = deriveLine(directory, {
    drafterId: drafter,
    unitId: 'unit-division',
    unitTaskId: disclosureTask,
    matter,
    at: morning,
  });
  if (isRefusal(line)) throw new Error(line.refused);
  return line.steps;
};

function step(role: LineStep['role'], who: string): LineStep {
  const unitId = 'unit-division';
  return { step: 1, role, personId: `person-${who}`, appointmentId: `post-${who}`, unitId, position: '?' };
}

describe('SubmitDraft', () => {
  it('hands over what was drafted, with line, basis and law', () => {
    const [event, ...more] = eventsOf(given(created, saved).when(submission()));
    expect(more).toEqual([]);
    expect(event).toMatchObject({ type: draftSubmitted.type, sealed: { title: text.title } });
    expect(draftSubmitted.data.parse(event?.data)).toMatchObject({
      documentId,
      drafterId: drafter,
      classification,
      textAddress: submittedTextAddress,
      outgoing: true,
      line: stepsAt('routine'),
      basis: { delegationRuleId: 'rule-routine-division-head', level: 'division-head' },
      packDigest: 'a'.repeat(64),
    });
  });

  it('row 1: refuses a draft without unit task, folder, disclosure class or line, naming the fields', () => {
    const refused = (...fields: readonly (keyof Classification)[]) =>
      given(created, without(...fields)).when(submission());
    expect(refused('unitTaskId')).toEqual(refuse('draft-incomplete', 'unitTaskId', { fields: 'unitTaskId' }));
    expect(refused('folderId')).toEqual(refuse('draft-incomplete', 'folderId', { fields: 'folderId' }));
    expect(refused('disclosure')).toEqual(refuse('draft-incomplete', 'disclosure', { fields: 'disclosure' }));
    expect(given(created, saved).when(submission({ line: [] }))).toEqual(
      refuse('draft-incomplete', 'line', { fields: 'line' }),
    );
    expect(given(created, without('unitTaskId', 'folderId', 'disclosure')).when(submission({ line: [] }))).toEqual(
      refuse('draft-incomplete', 'unitTaskId', { fields: 'unitTaskId, folderId, disclosure, line' }),
    );
  });

  it('names every field that is missing, whichever they are', () => {
    const fields = ['form', 'language', 'unitTaskId', 'folderId', 'matter', 'disclosure'] as const;
    fc.assert(
      fc.property(fc.subarray([...fields], { minLength: 1 }), fc.boolean(), (missing, hasText) => {
        const answer = given(created, without(...missing)).when(submission(hasText ? {} : { text: undefined }));
        const named = [...missing, ...(hasText ? [] : ['title', 'content'])];
        expect(answer).toEqual(refuse('draft-incomplete', named[0], { fields: named.join(', ') }));
      }),
    );
  });

  it('refuses a draft that was never saved', () => {
    expect(given(created).when(submission({ text: undefined, submittedTextAddress: undefined }))).toMatchObject({
      refused: 'draft-incomplete',
      field: 'form',
    });
  });

  it('is not there for anybody but the drafter, and refuses a second submission', () => {
    expect(given(created, saved).when(submission({ personId: 'person-second' }))).toEqual(
      refuse('not-found', 'documentId'),
    );
    const submitted = eventsOf(given(created, saved).when(submission()));
    expect(given(created, saved, ...submitted).when(submission())).toEqual(
      refuse('draft-already-submitted', 'documentId'),
    );
  });

  it('carries on what a redraft replaces', () => {
    const redraft = { ...created, data: { ...created.data, redraftOf: 'document-00000' } };
    const [event] = eventsOf(given(redraft, saved).when(submission()));
    expect(event?.data).toMatchObject({ redraftOf: 'document-00000' });
  });

  it('takes the attachments that are there at the end', () => {
    const attachment = (id: string) => ({
      attachmentId: id,
      address: '3'.repeat(64),
      bytes: 3,
      mediaType: 'application/pdf',
    });
    const added = (id: string) => ({
      type: 'drafting.AttachmentAdded.v1' as const,
      data: { ...attachment(id), documentId },
    });
    const removed = {
      type: 'drafting.AttachmentRemoved.v1' as const,
      data: { documentId, attachmentId: 'attachment-1' },
    };
    const [event] = eventsOf(
      given(created, saved, added('attachment-1'), added('attachment-2'), removed).when(submission()),
    );
    expect(event?.data).toMatchObject({ attachments: [attachment('attachment-2')] });
  });
});

describe('addressees, disclosure and folder of a submission', () => {
  const withText = (more: Partial<DocumentText>) => submission({ text: { ...text, ...more } });

  it('asks an outgoing form for addressees and an internal one for none', () => {
    expect(given(created, saved).when(withText({ addressees: [] }))).toEqual(
      refuse('addressee-required', 'addressees'),
    );
    const internal = { form: 'simple-draft' };
    const law = lawAt(morning, internal);
    expect(given(created, savedWith(internal)).when(submission({ law }))).toEqual(
      refuse('addressee-not-allowed', 'addressees'),
    );
  });

  it('refuses a form that the pack does not have on the day', () => {
    const unheardOf = { form: 'no-such-form' };
    expect(given(created, savedWith(unheardOf)).when(submission({ law: lawAt(morning, unheardOf) }))).toEqual(
      refuse('form-unknown', 'form'),
    );
  });

  it.each<[Disclosure, ReturnType<typeof refuse> | undefined]>([
    [{ class: 'open', grounds: [] }, undefined],
    [{ class: 'open', grounds: ['6'] }, refuse('ground-not-allowed', 'disclosure.grounds.0')],
    [{ class: 'partial', grounds: [] }, refuse('ground-required', 'disclosure.grounds')],
    [{ class: 'closed', grounds: [] }, refuse('ground-required', 'disclosure.grounds')],
    [{ class: 'closed', grounds: ['5', '6'] }, undefined],
    [{ class: 'partial', grounds: ['6', '9'] }, refuse('ground-not-allowed', 'disclosure.grounds.1')],
  ])('judges %j by the statute', (disclosure, refusal) => {
    const answer = given(created, savedWith({ disclosure })).when(submission());
    expect(isRefusal(answer) ? answer : undefined).toEqual(refusal);
  });

  it.each([
    [undefined, refuse('folder-unknown', 'folderId')],
    [{ unitTaskId: 'task-another', open: true }, refuse('folder-of-another-task', 'folderId')],
    [{ unitTaskId: classification.unitTaskId, open: false }, refuse('folder-closed', 'folderId')],
  ])('refuses the folder %j', (folder, refusal) => {
    expect(given(created, saved).when(submission({ law: { ...lawAt(morning), folder } }))).toEqual(refusal);
  });
});

describe('the line of a submission', () => {
  const asking = (matter: string, line: readonly LineStep[], directory = ministry()) => {
    const law = lawAt(morning, { matter }, directory);
    const appointed = lineAsAppointed(directory, line, morning);
    if (isRefusal(appointed)) return appointed;
    return given(created, savedWith({ matter })).when(submission({ law, line: appointed }));
  };

  it('row 4: the approver is whom the delegation table names on the day; one level up or down is refused', () => {
    const drafting = step('drafter', 'officer');
    const decidedBy = (who: string) =>
      asking('policy', [drafting, step('reviewer', 'division'), step('approver', who)]);
    expect(isRefusal(decidedBy('bureau'))).toBe(false);
    const refusal = refuse('line-not-as-delegated', 'line.2', { level: 'bureau-head' });
    expect(decidedBy('vice')).toEqual(refusal);
    expect(decidedBy('division')).toEqual(refusal);
    const raised = ministry(delegated('policy', 'vice-minister', [], '2026-03-02'));
    const line = [drafting, step('reviewer', 'division'), step('approver', 'vice')];
    expect(isRefusal(asking('policy', line, raised))).toBe(false);
  });

  it('accepts nobody but the derived approver, whatever line is asked for', () => {
    const who = fc.constantFrom('minister', 'vice', 'bureau', 'division', 'officer', 'second', 'budget');
    const role = fc.constantFrom<LineStep['role']>('drafter', 'reviewer', 'concurring-officer', 'approver');
    const middle = fc.array(fc.tuple(role, who), { maxLength: 4 });
    fc.assert(
      fc.property(middle, who, (between, last) => {
        const line = [
          step('drafter', 'officer'),
          ...between.map(([one, whose]) => step(one, whose)),
          step('approver', last),
        ];
        const answer = asking('policy', line);
        const isLawful =
          last === 'bureau' && between.every(([one]) => one === 'reviewer' || one === 'concurring-officer');
        expect(isRefusal(answer)).toBe(!isLawful);
      }),
      { numRuns: 100 },
    );
  });

  it('golden example 1: another reviewer may be asked, the boxes are those of the line, nobody above is drawn', () => {
    const line = [step('drafter', 'officer'), step('reviewer', 'second'), step('approver', 'division')];
    const [event] = eventsOf(asking('routine', line));
    const submitted = draftSubmitted.data.parse(event?.data);
    expect(submitted.line.map((one) => `${one.step} ${one.position}`)).toEqual(['1 주무관', '2 사무관', '3 과장']);
  });

  it('golden example 4: a unit whose work is touched cannot be left out', () => {
    const line = [step('drafter', 'officer'), step('approver', 'division')];
    expect(asking('costly', line)).toEqual(refuse('line-incomplete', 'line', { position: '예산과장' }));
    const whole = [line[0], step('concurring-officer', 'budget'), line[1]].filter((one) => one !== undefined);
    expect(isRefusal(asking('costly', whole))).toBe(false);
  });

  it('refuses a step of somebody who does not hold that post, and prints titles as the directory has them', () => {
    const line = [
      step('drafter', 'officer'),
      { ...step('reviewer', 'second'), appointmentId: 'post-minister' },
      step('approver', 'division'),
    ];
    expect(asking('routine', line)).toEqual(refuse('authority-not-found', 'line.1', { level: '?' }));
    const boasting = [step('drafter', 'officer'), { ...step('approver', 'division'), position: '장관' }];
    const [event] = eventsOf(asking('routine', boasting));
    expect(draftSubmitted.data.parse(event?.data).line.at(-1)?.position).toBe('과장');
  });

  it('passes on why no line could be derived', () => {
    const derivedLine = refuse('authority-not-found', 'line', { level: 'division-head' });
    expect(given(created, saved).when(submission({ law: { ...lawAt(morning), derivedLine } }))).toEqual(derivedLine);
  });
});

describe('policy by date', () => {
  const bare = { ...text, summary: undefined, keywords: [] };
  const { summary: _, ...withoutSummary } = bare;

  it('row 75: the same submission is accepted on 18 May 2026 and asked for a summary on 19 May, Korean time', () => {
    const on = (at: string) => given(created, saved).when({ ...submission({ text: withoutSummary }), law: lawAt(at) });
    expect(isRefusal(on('2026-05-18T00:00:00.000Z'))).toBe(false);
    expect(isRefusal(on('2026-05-18T14:59:59.999Z'))).toBe(false);
    expect(on('2026-05-18T15:00:00.000Z')).toEqual(refuse('summary-required', 'summary'));
    expect(on('2026-05-19T00:00:00.000Z')).toEqual(refuse('summary-required', 'summary'));
  });

  it('then asks for keywords as well, and for neither within the institution', () => {
    const at = '2026-05-19T00:00:00.000Z';
    const summed = { ...text, keywords: [] };
    expect(given(created, saved).when({ ...submission({ text: summed }), law: lawAt(at) })).toEqual(
      refuse('keywords-required', 'keywords'),
    );
    const blank = { ...text, summary: ' \n' };
    expect(given(created, saved).when({ ...submission({ text: blank }), law: lawAt(at) })).toEqual(
      refuse('summary-required', 'summary'),
    );
    const internal = { form: 'simple-draft' };
    const inside = { ...withoutSummary, addressees: [] };
    const law = lawAt(at, internal);
    expect(isRefusal(given(created, savedWith(internal)).when(submission({ text: inside, law })))).toBe(false);
  });

  it('refuses to look for law before there was any, and for a unit task that nobody defined', () => {
    const question = { directory: ministry(), drafterId: drafter, unitId: 'unit-division', folder: undefined };
    expect(submissionLaw({ ...question, classification, at: '2013-12-30T00:00:00.000Z' })).toEqual(
      refuse('policy-not-in-force', 'form'),
    );
    const unknown = { ...classification, unitTaskId: 'task-unheard-of' };
    expect(submissionLaw({ ...question, classification: unknown, at: morning })).toEqual(
      refuse('unit-task-unknown', 'unitTaskId'),
    );
  });
});
