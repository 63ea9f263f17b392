export type { RevocationData, TrustService, TrustServiceOptions } from './trust-service.ts';
export { createTrustService } from './trust-service.ts';
