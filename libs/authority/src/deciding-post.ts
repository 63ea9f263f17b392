import { type CivilDate, type Refusal, refuse } from '@sillok/kernel';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { Appointment, DelegationRule, DirectoryState } from './directory-state.ts';
import { packInForce } from './in-force.ts';
import { holderOf } from './unit-chain.ts';

export interface MatterQuestion {
  readonly unitId: string;
  readonly unitTaskId: string;
  readonly matter: string;
}

export interface Deciding {
  readonly post: Appointment;
  readonly level: string;
  /** Absent where no rule delegates the matter: the head of the institution decides. */
  readonly rule: DelegationRule | undefined;
  /** All levels of the pack, from the top down. */
  readonly levels: readonly string[];
}

/** Whoever decides a matter on a day, by the delegation table (위임전결, ADM 10②). */
export function decidingPost(state: DirectoryState, question: MatterQuestion, on: CivilDate): Deciding | Refusal {
  const active = packInForce(state, on);
  const levels = active === undefined ? undefined : inForce(active.pack.levels, on)?.map((level) => level.id);
  if (levels === undefined) return refuse('policy-not-in-force', 'unitTaskId');
  const rule = ruleFor(state, question, on);
  const level = rule?.level ?? levels[0] ?? '';
  const post = holderOf(state, question.unitId, level, on);
  if (post === undefined || !levels.includes(level)) return refuse('authority-not-found', 'line', { level });
  return { post, level, rule, levels };
}

/** The rule of the delegation table that holds on a day: the newest one enacted for the matter. */
export function ruleFor(
  state: DirectoryState,
  question: Pick<MatterQuestion, 'unitTaskId' | 'matter'>,
  on: CivilDate,
): DelegationRule | undefined {
  const matching = state.rules.filter(
    (rule) => rule.unitTaskId === question.unitTaskId && rule.matter === question.matter && rule.from <= on,
  );
  return matching.sort((left, right) => left.from.localeCompare(right.from)).at(-1);
}
