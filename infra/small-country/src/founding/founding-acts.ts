import { createHash } from 'node:crypto';
import { canonicalBytes, type Json } from '@sillok/kernel';
import type { DirectoryAct } from '@sillok/schemas/events/directory/all';
import { packs } from '@sillok/schemas/policies/packs';
import type { SoftwareKey } from '@sillok/signatures';
import type { InstitutionPlan } from '../institutions/institution-plan.ts';
import type { CertificateAuthority } from '../trust/certificate-authority.ts';

/** What the founding enters into the directory, in an order in which nothing is named before it is there. */
export function foundingActs(plan: InstitutionPlan, authority: CertificateAuthority): readonly DirectoryAct[] {
  return [
    ...institutionEvents(plan),
    ...plan.units.map(
      ({ id, code, name, parent }): DirectoryAct => ({
        type: 'directory.UnitEstablished.v1',
        data: { unitId: id, code, name, from: plan.foundedOn, ...(parent === undefined ? {} : { parentId: parent }) },
      }),
    ),
    ...plan.people.flatMap((person) => personEvents(plan, person, authority)),
    sealEvent(plan, authority),
    ...plan.unitTasks.flatMap((task) => taskEvents(plan, task)),
    ...plan.absences.map(
      ({ person, from, until, deputies }, index): DirectoryAct => ({
        type: 'directory.AbsenceRegistered.v1',
        data: { absenceId: `${plan.id}-absence-${index + 1}`, personId: person, from, until, deputyIds: [...deputies] },
      }),
    ),
  ];
}

export function packDigest(id: string): string {
  // Packs are data: what zod parses is JSON.
  return createHash('sha256')
    .update(canonicalBytes(packs[id] as unknown as Json))
    .digest('hex');
}

function institutionEvents(plan: InstitutionPlan): readonly DirectoryAct[] {
  const { id, code, name, language, timeZone, contact, pack, foundedOn } = plan;
  return [
    {
      type: 'directory.InstitutionFounded.v1',
      data: { institutionId: id, code, name, language, timeZone, mode: 'demo', contact },
    },
    {
      type: 'directory.PolicyPackActivated.v1',
      data: { institutionId: id, pack, digest: packDigest(pack), from: foundedOn },
    },
  ];
}

function personEvents(
  plan: InstitutionPlan,
  person: InstitutionPlan['people'][number],
  authority: CertificateAuthority,
): readonly DirectoryAct[] {
  const { id, name, unit, position, level, roles = [] } = person;
  const key = authority.keyFor(id, 'person', { commonName: name, organization: plan.name });
  return [
    { type: 'directory.PersonEnrolled.v1', data: { personId: id, subject: id }, sealed: { name } },
    {
      type: 'directory.PersonAppointed.v1',
      data: {
        appointmentId: `${id}-post`,
        personId: id,
        unitId: unit,
        position,
        level,
        roles: [...roles],
        from: plan.foundedOn,
      },
    },
    keyEnrolment(id, id, key),
  ];
}

/** That a person signs with this key from now on. */
export function keyEnrolment(
  personId: string,
  keyId: string,
  { chain }: Pick<SoftwareKey, 'chain'>,
  controlClass = 'demo-software',
): DirectoryAct {
  return {
    type: 'directory.SigningKeyEnrolled.v1',
    data: { enrolmentId: `${keyId}-key`, personId, keyId, certificateDigest: digestOf(chain[0]), controlClass },
    sealed: { certificate: Buffer.from(chain[0] ?? []).toString('base64') },
  };
}

export function sealKeyId(plan: Pick<InstitutionPlan, 'id'>): string {
  return `${plan.id}-seal`;
}

function sealEvent(plan: InstitutionPlan, authority: CertificateAuthority): DirectoryAct {
  const key = authority.keyFor(sealKeyId(plan), 'seal', { commonName: plan.seal.text, organization: plan.name });
  return {
    type: 'directory.SealRegistered.v1',
    data: {
      sealId: sealKeyId(plan),
      version: 1,
      kind: 'institution',
      ...plan.seal,
      keyId: sealKeyId(plan),
      certificateDigest: digestOf(key.chain[0]),
      controlClass: 'demo-software',
      from: plan.foundedOn,
    },
  };
}

function taskEvents(plan: InstitutionPlan, task: InstitutionPlan['unitTasks'][number]): readonly DirectoryAct[] {
  const { id, code, name, unit, path, retention, matters } = task;
  const from = plan.foundedOn;
  return [
    {
      type: 'directory.UnitTaskDefined.v1',
      data: { unitTaskId: id, code, name, unitId: unit, functionPath: [...path], retention, from },
    },
    ...matters.map(
      ({ matter, level, concurring = [] }): DirectoryAct => ({
        type: 'directory.DelegationRuleEnacted.v1',
        data: { ruleId: `${id}-${matter}`, unitTaskId: id, matter, level, concurringUnitIds: [...concurring], from },
      }),
    ),
  ];
}

function digestOf(certificate: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(certificate ?? new Uint8Array())
    .digest('hex');
}
