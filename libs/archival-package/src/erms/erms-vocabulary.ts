import type { ErmsRecord, ErmsRelation, ErmsRole } from './erms-model.ts';

export const ermsNamespace = 'https://DILCIS.eu/XML/ERMS';

/** `agent/@agentType` of our roles; the role itself stands in `agent/role`. */
export const agentTypes = {
  drafter: 'creator',
  reviewer: 'other',
  concurring: 'other_signatory',
  approver: 'authorising_person',
  sender: 'sender',
  recipient: 'recipient',
  'receiving-unit': 'receiver',
  'responsible-unit': 'responsible_person',
  custodian: 'custodian',
  scanner: 'editor',
  registrar: 'other',
  other: 'other',
} as const satisfies Record<ErmsRole, string>;

/** `direction/@directionDefinition`; the schema has no word for a document that stays in the house and is no memo. */
export const directions = {
  incoming: 'incoming',
  outgoing: 'outgoing',
  internal: 'other',
} as const satisfies Record<NonNullable<ErmsRecord['direction']>, string>;

/** `relation/@relationType`, with `@otherRelationType` where the schema has no word of its own. */
export const relationTypes = {
  answers: 'own_relation_definition',
  replaces: 'replaces',
  'returned-earlier': 'own_relation_definition',
} as const satisfies Record<ErmsRelation['kind'], string>;

/** `dates/date/@dateType` of the instants and days of a record. */
export const recordDates = {
  createdAt: 'created',
  registeredAt: 'captured',
  receivedAt: 'received',
  sentAt: 'sent',
  reviewedOn: 'confidentiality_assessed',
} as const satisfies Partial<Record<keyof ErmsRecord, string>>;

/**
 * `actionDate/@dateType`: the signature that made the document what it is (ADM 6①), by whatever power, is the main one;
 * who scans or receives a letter signs nothing.
 */
export function dateTypeOfAction(actionType: string): string {
  if (actionType.startsWith('approved')) return 'main_signature';
  return unsignedActions[actionType] ?? 'other_signature';
}

const unsignedActions: Readonly<Record<string, string>> = { scanned: 'created', received: 'received' };

/** `xs:ID` must begin with a letter. */
export const schemaIdPrefix = 'schema-';
