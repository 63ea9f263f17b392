import type { StatusObject } from '@grpc/grpc-js';
import { Metadata, status } from '@grpc/grpc-js';

export type IsLetIn = (call: { readonly metadata: Metadata }) => boolean;

/** Asks for the user's name and password, where one is named. */
export function gatekeeper(user: string | undefined): IsLetIn {
  const expected = user === undefined ? undefined : `Basic ${Buffer.from(user).toString('base64')}`;
  return ({ metadata }) => expected === undefined || metadata.get('authorization')[0] === expected;
}

export function accessDenied(): StatusObject {
  const metadata = new Metadata();
  metadata.set('exception', 'access-denied');
  return { code: status.PERMISSION_DENIED, details: 'Access Denied', metadata };
}
