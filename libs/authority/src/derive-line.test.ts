import { isRefusal, refuse } from '@sillok/kernel';
import type { DirectoryAct } from '@sillok/schemas/events/directory/all';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DerivedLine, deriveLine } from './derive-line.ts';
import { appointed, delegated, disclosureTask, ministry } from './testing/ministry.ts';

const at = '2026-03-02T01:00:00.000Z';
const ask = (matter: string, more: readonly DirectoryAct[] = [], who = 'officer', unit = 'division') =>
  deriveLine(ministry(...more), {
    drafterId: `person-${who}`,
    unitId: `unit-${unit}`,
    unitTaskId: disclosureTask,
    matter,
    at,
  });

function lineOf(answer: ReturnType<typeof ask>): readonly string[] {
  return stepsOf(answer).steps.map(({ role, position }) => `${role} ${position}`);
}

function stepsOf(answer: ReturnType<typeof ask>): DerivedLine {
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
}

const ended = (who: string, on: string): DirectoryAct => ({
  type: 'directory.AppointmentEnded.v1',
  data: { appointmentId: `post-${who}`, on },
});

describe('deriveLine', () => {
  it('ends with the head to whom the matter is delegated, and draws nobody above', () => {
    expect(lineOf(ask('routine'))).toEqual(['drafter 주무관', 'approver 과장']);
  });

  it('leads through every head in between', () => {
    expect(lineOf(ask('policy'))).toEqual(['drafter 주무관', 'reviewer 과장', 'approver 국장']);
  });

  it('leads to the head of the institution where no rule delegates the matter', () => {
    const answer = ask('unheard-of');
    expect(lineOf(answer)).toEqual([
      'drafter 주무관',
      'reviewer 과장',
      'reviewer 국장',
      'reviewer 차관',
      'approver 장관',
    ]);
    expect(stepsOf(answer).basis).not.toHaveProperty('delegationRuleId');
  });

  it('asks the unit whose work the matter touches to concur before the approval', () => {
    expect(lineOf(ask('costly'))).toEqual(['drafter 주무관', 'concurring-officer 예산과장', 'approver 과장']);
  });

  it('counts its steps from 1 and pins rule, level and the newest directory event', () => {
    const { steps, basis } = stepsOf(ask('policy'));
    expect(steps.map((step) => step.step)).toEqual([1, 2, 3]);
    const { lastEventId } = ministry();
    expect(basis).toEqual({
      delegationRuleId: 'rule-policy-bureau-head',
      level: 'bureau-head',
      directoryEventId: lastEventId,
    });
  });

  it('takes the newest rule that is in force on the civil date there, in whatever order rules were enacted', () => {
    const rules = [
      delegated('routine', 'minister', [], '2026-03-03'),
      delegated('routine', 'bureau-head', [], '2020-01-01'),
    ];
    expect(lineOf(ask('routine', rules)).at(-1)).toBe('approver 국장');
    const question = {
      drafterId: 'person-officer',
      unitId: 'unit-division',
      unitTaskId: disclosureTask,
      matter: 'routine',
    };
    const directory = ministry(...rules);
    expect(lineOf(deriveLine(directory, { ...question, at: '2026-03-02T14:59:59.999Z' })).at(-1)).toBe('approver 국장');
    expect(lineOf(deriveLine(directory, { ...question, at: '2026-03-02T15:00:00.000Z' })).at(-1)).toBe('approver 장관');
  });

  it('passes over a vacant post between drafter and approver', () => {
    expect(lineOf(ask('policy', [ended('division', '2026-01-01')]))).toEqual(['drafter 주무관', 'approver 국장']);
  });

  it('refuses when nobody holds the post that decides, or the one that must concur', () => {
    expect(ask('routine', [ended('division', '2026-01-01')])).toEqual(
      refuse('authority-not-found', 'line', { level: 'division-head' }),
    );
    expect(ask('costly', [ended('budget', '2026-03-02')])).toEqual(
      refuse('authority-not-found', 'line', { level: 'unit-budget' }),
    );
  });

  it('finds the head of today, not the one whose post ended or begins later', () => {
    const heads = [
      ended('division', '2026-03-02'),
      appointed('new', 'division', 'division-head', '새 과장', '2026-03-02'),
    ];
    expect(lineOf(ask('routine', heads))).toEqual(['drafter 주무관', 'approver 새 과장']);
    const later = [appointed('new', 'division', 'division-head', '새 과장', '2026-03-03')];
    expect(lineOf(ask('routine', later))).toEqual(['drafter 주무관', 'approver 과장']);
  });

  it('refuses a drafter without a post in the unit, or with one at a level that the pack does not have', () => {
    expect(ask('routine', [], 'budget')).toEqual(refuse('authority-not-found', 'line.0', { level: 'drafter' }));
    const odd = [appointed('odd', 'division', 'chief-of-all', '특보')];
    expect(ask('routine', odd, 'odd')).toEqual(refuse('authority-not-found', 'line.0', { level: 'chief-of-all' }));
  });

  it('lets a head who drafts a delegated matter decide alone, in two steps', () => {
    expect(lineOf(ask('routine', [], 'division'))).toEqual(['drafter 과장', 'approver 과장']);
  });

  it('refuses before a pack is in force', () => {
    const question = {
      drafterId: 'person-officer',
      unitId: 'unit-division',
      unitTaskId: disclosureTask,
      matter: 'routine',
    };
    expect(deriveLine(ministry(), { ...question, at: '2013-12-31T00:00:00.000Z' })).toEqual(
      refuse('policy-not-in-force', 'unitTaskId'),
    );
  });

  it('begins with the drafter and ends with one approver at the level of the table, whatever was enacted', () => {
    const levels = ['minister', 'vice-minister', 'bureau-head', 'division-head'] as const;
    const rule = fc.record({
      level: fc.constantFrom(...levels),
      from: fc.constantFrom('2015-01-01', '2020-01-01', '2026-03-02', '2026-03-03'),
      touches: fc.constantFrom<readonly string[]>([], ['budget']),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), (rules) => {
        const events = rules.map(({ level, from, touches }) => delegated('drawn', level, touches, from));
        const { steps, basis } = stepsOf(ask('drawn', events));
        expect(steps[0]).toMatchObject({ role: 'drafter', personId: 'person-officer' });
        expect(steps.filter((step) => step.role === 'approver')).toEqual([steps.at(-1)]);
        const inForce = rules
          .filter((one) => one.from <= '2026-03-02')
          .sort((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0));
        expect(basis.level).toBe(inForce.at(-1)?.level ?? 'minister');
        const concurs = steps.some((step) => step.role === 'concurring-officer');
        expect(concurs).toBe((inForce.at(-1)?.touches ?? []).length > 0);
      }),
      { numRuns: 60 },
    );
  });
});
