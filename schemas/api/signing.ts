import { z } from 'zod';
import { sha256 } from '../vocabulary/primitives.ts';

/** What is to be signed. `challenge` is what the signer confirms: SHA-256 of the signature's attributes, in hex. */
export const toBeSigned = { statement: z.string(), sentence: z.string(), challenge: sha256 };

/** Either the challenge confirmed (the institution's signer then signs for you) or your own token's CMS in base64. */
export const signatureGiven = { confirmed: sha256.optional(), signature: z.base64().max(65_536).optional() };
