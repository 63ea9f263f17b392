import type { EventStore } from '@sillok/event-store';
import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { paperFrozen } from '@sillok/schemas/events/approval/paper-frozen';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import { recordSealed } from '@sillok/schemas/events/records/record-sealed';
import { catalogue } from '../../../infra/sillok/src/composition/all-events.ts';

/** What a log says, read from the store itself and not from anything that was made of it. */
export async function logOf(store: EventStore) {
  const established: string[] = [];
  const registered: { documentId: string; register: string; number: number; display: string; folderId: string }[] = [];
  const frozen: string[] = [];
  const sealed: string[] = [];
  const types: string[] = [];
  for await (const stored of store.readAll()) {
    const event = catalogue.decode(stored);
    types.push(event.type);
    if (event.type === documentEstablished.type)
      established.push(documentEstablished.data.parse(event.data).documentId);
    if (event.type === recordSealed.type) sealed.push(recordSealed.data.parse(event.data).documentId);
    if (event.type === paperFrozen.type) {
      const { documentId, version } = paperFrozen.data.parse(event.data);
      frozen.push(`${documentId}/${version}`);
    }
    if (event.type === recordRegistered.type) {
      const { documentId, number, display, folderId } = recordRegistered.data.parse(event.data);
      registered.push({ documentId, register: stored.stream, number, display, folderId });
    }
  }
  return { established, registered, frozen, sealed, types };
}

export type WhatLogSays = Awaited<ReturnType<typeof logOf>>;

/** The numbers of each register, in the order in which they were given. */
export function numbersByRegister({ registered }: WhatLogSays): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const { register, number } of registered) numbers.set(register, [...(numbers.get(register) ?? []), number]);
  return numbers;
}

export function oneTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
