import { appointmentsOf, type DirectoryState, dateAt } from '@sillok/authority';
import { type Refusal, refuse } from '@sillok/kernel';
import type { LineStep } from '@sillok/schemas/vocabulary/line';

/** The line that was asked for, unit and title as the directory has them: every step is a post that is held on the day. */
export function lineAsAppointed(
  directory: DirectoryState,
  asked: readonly LineStep[],
  at: string,
): readonly LineStep[] | Refusal {
  const on = dateAt(directory, at);
  const steps: LineStep[] = [];
  for (const [index, step] of asked.entries()) {
    const post = appointmentsOf(directory, step.personId, on).find((one) => one.appointmentId === step.appointmentId);
    if (post === undefined) return refuse('authority-not-found', `line.${index}`, { level: step.position });
    steps.push({ ...step, unitId: post.unitId, position: post.position });
  }
  return steps;
}
