import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, id } from '../../vocabulary/primitives.ts';

export const sealRetired = defineEvent('directory.SealRetired.v1', z.strictObject({ sealId: id, on: civilDate }));

export type SealRetired = EventOf<typeof sealRetired>;
