import type { Decider, Folded } from '@sillok/decider';
import { type Refusal, refuse } from '@sillok/kernel';
import type { PackagePreserved } from '@sillok/schemas/events/archive/package-preserved';

export type PackageState = { readonly status: 'none' } | PreservedPackage;

export interface PreservedPackage {
  readonly status: 'preserved';
  readonly preserved: PackagePreserved['data'];
}

export interface PreservePackage {
  readonly type: 'PreservePackage';
  readonly preserved: PackagePreserved['data'];
}

/** A package is made once; the same again is the same, and another under its name is none. */
export function decide({ preserved }: PreservePackage, state: PackageState): readonly PackagePreserved[] | Refusal {
  if (state.status === 'none') return [{ type: 'archive.PackagePreserved.v1', data: preserved }];
  return state.preserved.packageDigest === preserved.packageDigest ? [] : refuse('already-exists', 'packageId');
}

export function evolve(_state: PackageState, event: Folded<PackagePreserved>): PackageState {
  return { status: 'preserved', preserved: event.data };
}

const initialState: PackageState = { status: 'none' };

export const packageDecider = { initialState, decide, evolve } satisfies Decider<
  PreservePackage,
  PackagePreserved,
  PackageState
>;

export function packageStream(packageId: string): string {
  return `package-${packageId}`;
}
