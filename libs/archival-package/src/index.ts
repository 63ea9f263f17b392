export type { Finding, Level, ProfileVersion } from './finding.ts';
export { profileVersions } from './finding.ts';
export type { PackageLimits } from './limits.ts';
export { ordinaryLimits } from './limits.ts';
export type { ValidateOptions, ValidationReport } from './validate-package.ts';
export { validatePackage } from './validate-package.ts';
