import { childNamed, childrenNamed, type ReadElement, textOf } from '../xml/read-xml.ts';
import {
  type ErmsAction,
  type ErmsAgent,
  type ErmsDisclosure,
  type ErmsDisposal,
  type ErmsRole,
  ermsRoles,
} from './erms-model.ts';
import { agentTypes } from './erms-vocabulary.ts';

/** A value under its key, or nothing: a model says `undefined` of nothing. */
export function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value };
export function optional(key: string, value: unknown): object {
  return value === undefined ? {} : { [key]: value };
}

export function oneOf<const Value extends string>(
  values: readonly Value[],
  text: string | undefined,
): Value | undefined {
  return values.find((value) => value === text);
}

/** A midnight without a zone is a day, as we write it. */
export function dateOf(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed?.endsWith('T00:00:00') ? trimmed.slice(0, 10) : trimmed;
}

/** The date of this type among `dates`. */
export function dateIn(element: ReadElement | undefined, tag: string, dateType: string): string | undefined {
  const dates = childrenNamed(childNamed(element, 'dates'), tag);
  return dateOf(dates.find(({ attributes }) => attributes['dateType'] === dateType)?.text);
}

/** Our role where it stands there; one by the agent's type in a document of others. */
export function agentOf(element: ReadElement): ErmsAgent {
  const name = textOf(element, 'name') ?? '';
  return {
    role: oneOf(ermsRoles, textOf(element, 'role')) ?? roleOf(element.attributes['agentType']),
    ...(name === '' ? {} : { name }),
    ...optional('id', textOf(element, 'idNumber')),
    ...optional('organisation', textOf(element, 'organisation')),
    ...optional('unit', textOf(element, 'unitName')),
  };
}

function roleOf(agentType: string | undefined): ErmsRole {
  return agentType === 'other' ? 'other' : (ermsRoles.find((role) => agentTypes[role] === agentType) ?? 'other');
}

export function agentsOf(element: ReadElement): readonly ErmsAgent[] {
  return childrenNamed(childNamed(element, 'agents'), 'agent').map(agentOf);
}

/** Undefined where it is not said from when it is kept. */
export function disposalOf(element: ReadElement): ErmsDisposal | undefined {
  const disposal = childNamed(element, 'disposal');
  const start = dateIn(disposal, 'disposalDate', 'retention_period_start');
  if (disposal === undefined || start === undefined) return undefined;
  return {
    start,
    ...optional('end', dateIn(disposal, 'disposalDate', 'retention_period_end')),
    ...optional('retention', textOf(disposal, 'disposalScheduleId')),
    ...optional('period', textOf(disposal, 'disposalPeriod')),
    ...optional('description', textOf(disposal, 'disposalDescription')),
    ...optional('mandate', textOf(disposal, 'disposalMandate')),
    ...optional('action', oneOf(['transfer', 'destroy', 'review'], textOf(disposal, 'disposalAction'))),
  };
}

/** Undefined where the class is not said, or is none of ours: nobody may take that for open. */
export function disclosureOf(element: ReadElement): ErmsDisclosure | undefined {
  const found = oneOf(['open', 'partial', 'closed'], textOf(element, 'access'));
  if (found === undefined) return undefined;
  const restrictions = childrenNamed(element, 'restriction');
  const until = restrictions.map((one) => dateIn(one, 'date', 'expiration')).find((date) => date !== undefined);
  return {
    class: found,
    grounds: restrictions.map((one) => ({
      code: textOf(one, 'informationClass') ?? '',
      citation: textOf(one, 'regulation') ?? '',
    })),
    ...optional('until', until),
  };
}

/** What has no date or nobody who did it is left out. */
export function actionsOf(element: ReadElement): readonly ErmsAction[] {
  return childrenNamed(element, 'action').flatMap((action) => {
    const at = dateOf(childNamed(childNamed(action, 'dates'), 'actionDate')?.text);
    const agent = childNamed(childNamed(action, 'agents'), 'agent');
    if (at === undefined || agent === undefined) return [];
    const text = textOf(action, 'actionText') ?? '';
    return [{ type: textOf(action, 'actionType') ?? '', text, at, agent: agentOf(agent) }];
  });
}
