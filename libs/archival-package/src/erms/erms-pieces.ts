import { element, textElement, type Xml } from '../xml/xml-writer.ts';
import type { ErmsAction, ErmsAgent, ErmsDisclosure, ErmsDisposal } from './erms-model.ts';
import { agentTypes, dateTypeOfAction } from './erms-vocabulary.ts';

/** `agentComplexType`; the schema wants a name, so that one who has none any more has an empty one. */
export function agentElement({ role, name, id, organisation, unit }: ErmsAgent): Xml {
  const agentType = agentTypes[role];
  return element('agent', { agentType, otherAgentType: agentType === 'other' ? role : undefined }, [
    element('name', {}, name ?? ''),
    textElement('organisation', organisation),
    textElement('unitName', unit),
    textElement('idNumber', id),
    textElement('role', role),
  ]);
}

/** No element where there are none: the schema takes no empty list everywhere. */
export function listOf(tag: string, children: readonly Xml[]): Xml | undefined {
  return children.length === 0 ? undefined : element(tag, {}, children);
}

/** A day is its midnight in the law's place, without a zone; the schema takes no dates (xs:dateTime). */
export function dateElement(tag: string, dateType: string, value: string | undefined): Xml | undefined {
  return textElement(tag, value === undefined ? undefined : dateTimeOf(value), { dateType });
}

export function dateTimeOf(value: string): string {
  return value.length === 10 ? `${value}T00:00:00` : value;
}

/** `disposalType`: the period as ISO 8601 says it, and in words. */
export function disposalElement(disposal: ErmsDisposal): Xml {
  return element('disposal', { disposable: disposal.action === 'destroy' }, [
    textElement('disposalScheduleId', disposal.retention),
    textElement('disposalAction', disposal.action),
    textElement('disposalPeriod', disposal.period),
    textElement('disposalMandate', disposal.mandate),
    textElement('disposalDescription', disposal.description),
    element('dates', {}, [
      dateElement('disposalDate', 'retention_period_start', disposal.start),
      dateElement('disposalDate', 'retention_period_end', disposal.end),
    ]),
  ]);
}

/** One restriction a ground, with the regulation's words; `duration` says how long, where the law does. */
export function restrictionElements({ grounds, until }: ErmsDisclosure): readonly Xml[] {
  return grounds.map(({ code, citation }) =>
    element('restriction', { restrictionType: 'confidential' }, [
      element('regulation', {}, citation),
      element('informationClass', {}, code),
      until === undefined ? undefined : element('dates', {}, [dateElement('date', 'expiration', until)]),
    ]),
  );
}

export function actionElement({ type, text, at, agent }: ErmsAction): Xml {
  return element('action', {}, [
    element('actionText', {}, text),
    element('actionType', {}, type),
    element('dates', {}, [dateElement('actionDate', dateTypeOfAction(type), at)]),
    element('agents', {}, [agentElement(agent)]),
  ]);
}
