import type { Position } from '@sillok/event-store';
import { createCatalogue, type Recorded } from '@sillok/journal';
import { canonicalBytes, type Json } from '@sillok/kernel';
import {
  type DirectoryAct,
  type DirectoryEvent,
  directoryEvents,
  signedAct,
} from '@sillok/schemas/events/directory/all';
import { applyDirectoryEvent, type DirectoryState, emptyDirectory } from '../directory-state.ts';

/** The directory of a small Korean ministry, made of events as any directory is, and of whatever a test adds. */
export function ministry(...more: readonly DirectoryAct[]): DirectoryState {
  const state = emptyDirectory();
  for (const [index, event] of [...ministryEvents, ...more].entries()) {
    applyDirectoryEvent(state, recorded(event, index), 'sealed' in event ? { ...event.sealed } : {});
  }
  return state;
}

export const disclosureTask = 'task-disclosure';
const start = '2014-01-01';

export function appointed(who: string, unit: string, level: string, position: string, from = start): DirectoryAct {
  const data = { personId: `person-${who}`, appointmentId: `post-${who}`, unitId: `unit-${unit}`, level, position };
  return { type: 'directory.PersonAppointed.v1', data: { ...data, roles: [], from } };
}

export function absent(who: string, deputies: readonly string[], from: string, until: string): DirectoryAct {
  return {
    type: 'directory.AbsenceRegistered.v1',
    data: {
      absenceId: `absence-${who}`,
      personId: `person-${who}`,
      from,
      until,
      deputyIds: deputies.map((deputy) => `person-${deputy}`),
    },
  };
}

export function delegated(
  matter: string,
  level: string,
  concurring: readonly string[] = [],
  from = start,
): DirectoryAct {
  return {
    type: 'directory.DelegationRuleEnacted.v1',
    data: {
      ruleId: `rule-${matter}-${level}`,
      unitTaskId: disclosureTask,
      matter,
      level,
      concurringUnitIds: concurring.map((unit) => `unit-${unit}`),
      from,
    },
  };
}

function unit(name: string, title: string, parent?: string): DirectoryAct {
  const data = { unitId: `unit-${name}`, code: name, name: title, from: start };
  const type = 'directory.UnitEstablished.v1';
  return { type, data: parent === undefined ? data : { ...data, parentId: `unit-${parent}` } };
}

const people = ['minister', 'vice', 'bureau', 'division', 'officer', 'second', 'budget'];

const ministryEvents: readonly DirectoryAct[] = [
  {
    type: 'directory.InstitutionFounded.v1',
    data: {
      institutionId: 'mois',
      code: '1741000',
      name: '행정안전부',
      language: 'ko',
      timeZone: 'Asia/Seoul',
      mode: 'demo',
      contact: { postcode: '30128', address: '세종', telephone: '044-000-0000', email: 'office@example.test' },
    },
  },
  {
    type: 'directory.PolicyPackActivated.v1',
    data: { institutionId: 'mois', pack: 'kr', digest: 'a'.repeat(64), from: start },
  },
  unit('ministry', '행정안전부'),
  unit('bureau', '디지털정부국', 'ministry'),
  unit('division', '정보공개정책과', 'bureau'),
  unit('budget', '예산과', 'ministry'),
  ...people.map(
    (who): DirectoryAct => ({
      type: 'directory.PersonEnrolled.v1',
      data: { personId: `person-${who}`, subject: who },
      sealed: { name: who },
    }),
  ),
  appointed('minister', 'ministry', 'minister', '장관'),
  appointed('vice', 'ministry', 'vice-minister', '차관'),
  appointed('bureau', 'bureau', 'bureau-head', '국장'),
  appointed('division', 'division', 'division-head', '과장'),
  appointed('officer', 'division', 'officer', '주무관'),
  appointed('second', 'division', 'officer', '사무관'),
  appointed('budget', 'budget', 'division-head', '예산과장'),
  {
    type: 'directory.UnitTaskDefined.v1',
    data: {
      unitTaskId: disclosureTask,
      code: 'DISC-01',
      name: '정보공개 제도 운영',
      unitId: 'unit-division',
      functionPath: ['정부혁신'],
      retention: '10',
      from: start,
    },
  },
  delegated('routine', 'division-head'),
  delegated('policy', 'bureau-head'),
  delegated('costly', 'division-head', ['budget']),
];

const catalogue = createCatalogue(directoryEvents);

/** As if somebody had signed for it; nothing here looks at the statement. */
export function signed(act: DirectoryAct): DirectoryEvent {
  const digest = 'b'.repeat(64);
  return signedAct(act, { address: digest, index: 0, certificateDigest: digest, controlClass: 'demo-software' });
}

function recorded(act: DirectoryAct, index: number): Recorded<DirectoryEvent> {
  const event = signed(act);
  const place = {
    id: `event-${String(index).padStart(5, '0')}`,
    type: event.type,
    stream: 'directory-mois',
    revision: index,
  };
  const said = { actor: 'person-founder', commandId: '1', commandMac: '1', correlationId: '1', causationId: '1' };
  const envelope = { ...place, ...said, log: 'mois', recordedAt: '2014-01-01T00:00:00.000Z', data: event.data };
  const bytes = canonicalBytes(envelope as unknown as Json);
  // The catalogue knows only the directory's events; positions are not compared here.
  return catalogue.decode({ ...place, bytes, mac: '', position: '' as Position }) as Recorded<DirectoryEvent>;
}
