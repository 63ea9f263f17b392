import { dateAt, packInForce } from '@sillok/authority';
import { civilYear } from '@sillok/kernel';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import type { ServiceContext } from '@sillok/service-context';

/** What the pack says of seals left out and of documents sent back, on the civil date of an instant. */
export async function lawOfDispatch(context: ServiceContext, at: string) {
  const directory = await context.directory.latest();
  const on = dateAt(directory, at);
  const rule = inForce(packInForce(directory, on)?.pack.dispatch ?? [], on);
  return {
    omissionGrounds: rule?.sealOmission.map(({ id }) => id) ?? [],
    returnGrounds: rule?.returns.map(({ id }) => id) ?? [],
    omittedSeal: (language: Language) => rule?.omittedSeal[language] ?? '–',
  };
}

/** The register in which a unit's receipts of this instant are numbered. */
export async function registerOfReceipts(context: ServiceContext, unitId: string, at: string) {
  const directory = await context.directory.latest();
  const on = dateAt(directory, at);
  const numbering = inForce(packInForce(directory, on)?.pack.numbering ?? [], on);
  const unit = directory.units.get(unitId);
  if (numbering === undefined || unit === undefined || directory.institution === undefined) return undefined;
  const { code, timeZone } = directory.institution;
  return {
    scope: numbering.scope === 'unit' ? unit.code : code,
    year: civilYear(at, timeZone),
    book: numbering.receipts.book,
  };
}
