import { z } from 'zod';
import { code, id, instant, objectAddress, sha256 } from '../../vocabulary/primitives.ts';

/** What is kept of a signed acknowledgement; its bytes and its signature are an object of the record. */
export const acknowledged = z.strictObject({
  dispatchId: id,
  documentId: id,
  recipientId: code,
  acknowledgementAddress: objectAddress,
  acknowledgementDigest: sha256,
  previous: sha256.nullable(),
  /** What the receiver's clock said. */
  at: instant,
});
