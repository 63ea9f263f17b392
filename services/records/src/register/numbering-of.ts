import { type DirectoryState, dateAt, packInForce } from '@sillok/authority';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { Numbering } from './state.ts';

interface Act {
  readonly at: string;
  readonly unitId: string;
  readonly register: { readonly scope: string; readonly year: number; readonly book: string };
  /** Of our own documents. */
  readonly classification?: { readonly unitTaskId: string };
}

/** As the pack had it at the act, not as it is now: a number never depends on when it was given. */
export function numberingOf(
  directory: DirectoryState,
  { at, unitId, register, classification }: Act,
  what: 'records' | 'receipts',
): Numbering {
  const on = dateAt(directory, at);
  const rule = inForce(packInForce(directory, on)?.pack.numbering ?? [], on);
  const unit = directory.units.get(unitId);
  const display = what === 'records' ? rule?.display : rule?.receipts.display;
  const displayPattern = (display ?? '{number}')
    .replace('{unit}', () => unit?.name ?? register.scope)
    .replace('{unitCode}', () => unit?.code ?? register.scope)
    .replace('{category}', () => directory.unitTasks.get(classification?.unitTaskId ?? '')?.code ?? register.book)
    .replace('{institution}', () => directory.institution?.code ?? register.scope)
    .replace('{year}', String(register.year));
  return { openingNumber: rule?.openingNumber ?? 0, displayPattern };
}
