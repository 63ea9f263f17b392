import type { ApiAnswer } from '@sillok/http-service';
import { caseAnswer, statementAnswer } from '@sillok/schemas/api/approval/case';
import type { StepDecision } from '@sillok/schemas/statements/step-statement';
import { expect } from 'vitest';
import { type House, until } from './house.ts';

/** The address of a case with everything that can be done there. */
export function caseAt(documentId: string): string {
  return `/api/approval/cases/${documentId}`;
}

/** Waits until the paper of the newest version is there to be signed. */
export async function paperReady(house: House, personId: string, documentId: string): Promise<void> {
  await until(
    () => house.person(personId).get(caseAt(documentId)),
    ({ status, body }) => status === 200 && caseAnswer.parse(body).status !== 'freezing',
  );
}

/** What the person would sign. */
export async function prepare(
  house: House,
  personId: string,
  documentId: string,
  decision: StepDecision,
  opinion?: string,
) {
  const order = { decision, ...(opinion === undefined ? {} : { opinion }) };
  const { status, body } = await house.person(personId).post(`${caseAt(documentId)}/statements`, order);
  expect(status, JSON.stringify(body)).toBe(200);
  const { statementId, challenge, statement } = statementAnswer.parse(body);
  return { order: { statementId, confirmed: challenge }, statementId, statement };
}

export async function sign(
  house: House,
  personId: string,
  documentId: string,
  decision: StepDecision,
  opinion?: string,
): Promise<ApiAnswer> {
  const { order } = await prepare(house, personId, documentId, decision, opinion);
  return house.person(personId).post(`${caseAt(documentId)}/acts`, order);
}
