import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import type { AuthorityBasis, LineStep, StepRole } from '@sillok/schemas/vocabulary/line';
import { decidingPost, type MatterQuestion } from './deciding-post.ts';
import type { Appointment, DelegationRule, DirectoryState } from './directory-state.ts';
import { appointmentsOf, dateAt } from './in-force.ts';
import { headOf, holderOf } from './unit-chain.ts';

export interface LineQuestion extends MatterQuestion {
  readonly drafterId: string;
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
  if (state.lastEventId === undefined) return refuse('policy-not-in-force', 'unitTaskId');
  const deciding = decidingPost(state, question, on);
  const drafter = appointmentsOf(state, question.drafterId, on).find((post) => post.unitId === question.unitId);
  if (isRefusal(deciding) && deciding.refused === 'policy-not-in-force') return deciding;
  if (drafter === undefined) return refuse('authority-not-found', 'line.0', { level: 'drafter' });
  if (isRefusal(deciding)) return deciding;
  const { post: approver, level, rule, levels } = deciding;
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
