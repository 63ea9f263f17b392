import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { AuthorityBasis, LineStep, StepRole } from '@sillok/schemas/vocabulary/line';
import type { Appointment, DelegationRule, DirectoryState } from './directory-state.ts';
import { appointmentsOf, dateAt, packInForce } from './in-force.ts';
import { headOf, holderOf } from './unit-chain.ts';

export interface LineQuestion {
  readonly drafterId: string;
  readonly unitId: string;
  readonly unitTaskId: string;
  readonly matter: string;
  readonly at: string;
}

export interface DerivedLine {
  readonly steps: readonly LineStep[];
  readonly basis: AuthorityBasis;
}

/**
 * The approval line as the delegation table has it on this day (위임전결, ADM 10②): the drafter, the heads between,
 * the heads whose units' work is touched, and whoever decides. Without a rule the head of the institution decides.
 */
export function deriveLine(state: DirectoryState, question: LineQuestion): DerivedLine | Refusal {
  const on = dateAt(state, question.at);
  const levels = levelsOn(state, on);
  if (levels === undefined || state.lastEventId === undefined) return refuse('policy-not-in-force', 'unitTaskId');
  const drafter = appointmentsOf(state, question.drafterId, on).find((post) => post.unitId === question.unitId);
  if (drafter === undefined) return refuse('authority-not-found', 'line.0', { level: 'drafter' });
  const rule = ruleFor(state, question, on);
  const level = rule?.level ?? levels[0] ?? '';
  const approver = holderOf(state, question.unitId, level, on);
  if (approver === undefined || !levels.includes(level)) return refuse('authority-not-found', 'line', { level });
  if (!levels.includes(drafter.level)) return refuse('authority-not-found', 'line.0', { level: drafter.level });
  const between = levels.slice(levels.indexOf(level) + 1, levels.indexOf(drafter.level)).reverse();
  const reviewers = between.map((one) => holderOf(state, question.unitId, one, on)).filter((one) => one !== undefined);
  const concurring = concurringHeads(state, rule, levels, on);
  if (isRefusal(concurring)) return concurring;
  return {
    steps: numbered([
      ['drafter', drafter],
      ...reviewers.map((post) => ['reviewer', post] as const),
      ...concurring.map((post) => ['concurring-officer', post] as const),
      ['approver', approver],
    ]),
    basis: {
      ...(rule === undefined ? {} : { delegationRuleId: rule.ruleId }),
      level,
      directoryEventId: state.lastEventId,
    },
  };
}

/** The rule of the delegation table that holds on a day: the newest one enacted for the matter. */
export function ruleFor(
  state: DirectoryState,
  question: Pick<LineQuestion, 'unitTaskId' | 'matter'>,
  on: string,
): DelegationRule | undefined {
  const matching = state.rules.filter(
    (rule) => rule.unitTaskId === question.unitTaskId && rule.matter === question.matter && rule.from <= on,
  );
  return matching.sort((left, right) => left.from.localeCompare(right.from)).at(-1);
}

function concurringHeads(
  state: DirectoryState,
  rule: DelegationRule | undefined,
  levels: readonly string[],
  on: string,
): readonly Appointment[] | Refusal {
  const heads: Appointment[] = [];
  for (const unitId of rule?.concurringUnitIds ?? []) {
    const head = headOf(state, unitId, levels, on);
    if (head === undefined) return refuse('authority-not-found', 'line', { level: unitId });
    heads.push(head);
  }
  return heads;
}

function levelsOn(state: DirectoryState, on: string): readonly string[] | undefined {
  const active = packInForce(state, on);
  return active === undefined ? undefined : inForce(active.pack.levels, on)?.map((level) => level.id);
}

function numbered(posts: readonly (readonly [StepRole, Appointment])[]): readonly LineStep[] {
  return posts.map(([role, post], index) => ({
    step: index + 1,
    role,
    personId: post.personId,
    appointmentId: post.appointmentId,
    unitId: post.unitId,
    position: post.position,
  }));
}
