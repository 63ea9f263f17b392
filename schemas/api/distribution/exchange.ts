import { z } from 'zod';

/** An acknowledgement on its way: its canonical text, and the detached CAdES over that text (DER in Base64). */
export const signedAcknowledgement = z.strictObject({
  statement: z.string().max(20_000),
  signature: z.base64().max(60_000),
});
export type SignedAcknowledgement = z.infer<typeof signedAcknowledgement>;

/** Absent where it could not be signed yet: then it follows by itself. */
export const exchangeAnswer = z.strictObject({ acknowledgement: signedAcknowledgement.exactOptional() });

export const acknowledgementTaken = z.strictObject({ taken: z.literal(true) });
