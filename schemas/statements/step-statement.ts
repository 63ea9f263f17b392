import { z } from 'zod';
import { approvalMode, lineStep, stepRole } from '../vocabulary/line.ts';
import { code, id, instant, sha256 } from '../vocabulary/primitives.ts';

export const stepDecision = z.enum([
  'submitted',
  'reviewed',
  'concurred',
  'concurred-with-dissent',
  'approved',
  'returned',
]);
export type StepDecision = z.infer<typeof stepDecision>;

/**
 * What a person of the line signs (RFC 8785 bytes, detached CAdES): the paper and all it stands for, the whole line,
 * every earlier statement, the decision, and the power it rests on. Kept verbatim, never upcast.
 */
export const stepStatement = z.strictObject({
  type: z.literal('step-statement'),
  version: z.literal(1),
  log: code,
  institution: z.string(),
  case: id,
  caseVersion: z.int().min(1),
  /** 128 random bits in hex: a digest of this statement tells nothing about its content. */
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
  manifest: z.strictObject({ algorithm: z.literal('sha-256'), digest: sha256 }),
  paper: z.strictObject({ sha256, bytes: z.int().positive() }),
  line: z.array(lineStep).min(1).max(20),
  step: z.int().min(1),
  capacity: stepRole,
  mode: approvalMode.optional(),
  principal: id.optional(),
  earlier: z.array(sha256).max(40),
  decision: stepDecision,
  opinion: z.string().max(2_000).optional(),
  authority: z.strictObject({
    appointment: id,
    delegationRule: id.optional(),
    absence: id.optional(),
    directoryEvent: id,
    policyPack: sha256,
  }),
  /** The newest checkpoint of the log (C2SP), or null before the first. */
  checkpoint: z.string().nullable(),
  certificate: sha256,
  controlClass: code,
  /** What the signer's clock said. Never evidence; the earliest time-stamp or witnessed checkpoint is. */
  claimedAt: instant,
  /** The sentence the signer was shown, in the signer's language. */
  sentence: z.string().max(1_000),
});

export type StepStatement = z.infer<typeof stepStatement>;
