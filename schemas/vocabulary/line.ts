import { z } from 'zod';
import { id } from './primitives.ts';

/** What a person does in the approval line (결재선): 기안, 검토, 협조, 결재. */
export const stepRole = z.enum(['drafter', 'reviewer', 'concurring-officer', 'approver']);
export type StepRole = z.infer<typeof stepRole>;

/**
 * Under which power the approver signs: the head's own (결재), a standing delegation (전결), in an absent person's
 * place (대결), or in an absent delegate's place (전결 and 대결 both shown).
 */
export const approvalMode = z.enum(['own', 'delegated', 'proxy', 'proxy-of-delegate']);
export type ApprovalMode = z.infer<typeof approvalMode>;

export const lineStep = z.strictObject({
  step: z.int().min(1).max(20),
  role: stepRole,
  personId: id,
  appointmentId: id,
  unitId: id,
  /** The title at the time, as printed in the box; names of posts are public. */
  position: z.string().max(300),
});
export type LineStep = z.infer<typeof lineStep>;

/** Why the last step is who it is, as of the decision. */
export const authorityBasis = z.strictObject({
  delegationRuleId: id.optional(),
  level: z.string(),
  /** The newest directory event that was known: re-reading up to there gives the same answer. */
  directoryEventId: id,
});
export type AuthorityBasis = z.infer<typeof authorityBasis>;
