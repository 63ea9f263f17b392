import type { ErmsAgent, ErmsRole } from '@sillok/archival-package';
import { appointmentsOf, dateAt } from '@sillok/authority';
import type { Describing } from './describing.ts';

type Names = Pick<Describing, 'directory' | 'institutionId'>;

/** A person in a unit of ours as of an instant; the name is absent once the person's key is gone. */
export function personAgent(
  names: Names,
  role: ErmsRole,
  act: { readonly personId: string; readonly unitId?: string | undefined; readonly at: string },
): ErmsAgent {
  const { directory } = names;
  const unitId = act.unitId ?? appointmentsOf(directory, act.personId, dateAt(directory, act.at))[0]?.unitId;
  const name = directory.persons.get(act.personId)?.name;
  const unit = directory.units.get(unitId ?? '')?.name;
  return {
    role,
    id: act.personId,
    ...(name === undefined ? {} : { name }),
    ...(unit === undefined ? {} : { unit }),
    organisation: ownName(names),
  };
}

export function unitAgent(names: Names, role: ErmsRole, unitId: string): ErmsAgent {
  const { directory } = names;
  const name = directory.units.get(unitId)?.name;
  return { role, id: unitId, ...(name === undefined ? {} : { name }), organisation: ownName(names) };
}

/** An institution of the address book, or somebody who has a name only. */
export function outsideAgent(role: ErmsRole, name: string | undefined, code?: string): ErmsAgent {
  return { role, ...(name === undefined ? {} : { name }), ...(code === undefined ? {} : { id: code }) };
}

export function ownName({ directory, institutionId }: Names): string {
  return directory.institution?.name ?? institutionId;
}
