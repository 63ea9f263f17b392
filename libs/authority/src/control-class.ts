import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { DirectoryState, SigningKey } from './directory-state.ts';
import { dateAt, packInForce } from './in-force.ts';

/** From the weakest control over a key to the strongest. */
const classes: readonly string[] = ['demo-software', 'token', 'remote-qualified'];

/**
 * Whether the class of control over a key reaches the least that the pack asks for on the day of `at`. A class that
 * nobody knows reaches none; a pack that says nothing asks for the strongest.
 */
export function isControlEnough(state: DirectoryState, key: Pick<SigningKey, 'controlClass'>, at: string): boolean {
  const on = dateAt(state, at);
  const least = inForce(packInForce(state, on)?.pack.controlClass ?? [], on)?.least;
  return reachesClass(key.controlClass, least ?? 'remote-qualified');
}

export function reachesClass(held: string, least: string): boolean {
  return classes.includes(held) && classes.indexOf(held) >= classes.indexOf(least);
}
