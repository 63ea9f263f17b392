/** By when what an event says must be there. */
export type Gate = 'draft' | 'establishment' | 'registration' | 'close' | 'transfer';

const ofEvent: Readonly<Record<string, Gate>> = {
  'records.FolderOpened.v1': 'draft',
  'records.RecordRegistered.v1': 'registration',
  'records.ReceiptRegistered.v1': 'registration',
  'records.PaperRegistered.v1': 'registration',
  'records.RecordSealed.v1': 'registration',
  'records.FolderClosed.v1': 'close',
  'records.DisclosureReviewed.v1': 'transfer',
  'records.HistoryClosed.v1': 'transfer',
  'records.TransferPrepared.v1': 'transfer',
  'distribution.DocumentDispatched.v1': 'close',
  'approval.CaseOpened.v1': 'draft',
};

const ofService: Readonly<Record<string, Gate>> = {
  directory: 'draft',
  drafting: 'draft',
  approval: 'establishment',
  distribution: 'registration',
};

/**
 * A folder and its unit task are there before anything is drafted for them; what comes from outside is complete when it
 * is registered; disclosure is reviewed before a transfer (ACT 35①). Throws for an event that has no gate.
 */
export function gateOf(type: string): Gate {
  const gate = ofEvent[type] ?? ofService[type.split('.')[0] ?? ''];
  if (gate === undefined) throw new Error(`${type} has no gate`);
  return gate;
}
