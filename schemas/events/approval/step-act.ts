import { z } from 'zod';
import { sealedBy } from '../../vocabulary/event-definition.ts';
import { id, objectAddress, sha256 } from '../../vocabulary/primitives.ts';

/** What every signed act in the line has in common: who, in which capacity, and the statement with its signature. */
export const stepAct = z.strictObject({
  documentId: id,
  version: z.int().min(1),
  step: z.int().min(1),
  personId: id,
  /** The appointment that gave the power to act. */
  appointmentId: id,
  /** The absent person whose step this is. */
  principalId: id.optional(),
  statementAddress: objectAddress,
  signatureAddress: objectAddress,
  certificateDigest: sha256,
  controlClass: z.string(),
});

export const stepActSealed = {
  statementDigest: sealedBy('content', sha256),
  opinion: sealedBy('content', z.string().max(2_000).optional()),
};
