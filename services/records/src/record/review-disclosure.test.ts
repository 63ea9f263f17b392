import { eventsOf, specificationOf } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import { packs } from '@sillok/schemas/policies/packs';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import { describe, expect, it } from 'vitest';
import { reviewDueOn } from '../disclosure/review-due.ts';
import type { ReviewDisclosure } from './commands/review-disclosure.ts';
import { recordDecider } from './decide.ts';

const { given } = specificationOf(recordDecider);
const closed = { class: 'closed' as const, grounds: ['5'] };
const open = { class: 'open' as const, grounds: [] };
const review: ReviewDisclosure = {
  type: 'ReviewDisclosure',
  documentId: 'document-00001',
  established: closed,
  to: open,
  reason: '의사결정이 끝남',
  on: '2027-02-10',
  by: 'unit',
  custody: 'unit',
  grounds: ['1', '5', '6'],
};

describe('a review of disclosure', () => {
  it('keeps the old class, the new one and the reason, and goes on from the last one', () => {
    const first = eventsOf(given().when(review));
    expect(first).toEqual([
      {
        type: 'records.DisclosureReviewed.v1',
        data: { documentId: 'document-00001', from: closed, to: open, on: '2027-02-10' },
        sealed: { reason: '의사결정이 끝남' },
      },
    ]);
    const [second] = eventsOf(given(...first).when({ ...review, to: closed }));
    expect(second?.data).toMatchObject({ from: open, to: closed });
  });

  it('may leave everything as it was', () => {
    const [stays] = eventsOf(given().when({ ...review, to: closed }));
    expect(stays?.data).toMatchObject({ from: closed, to: closed });
  });

  it.each([
    ['no ground', { class: 'closed' as const, grounds: [] }, 'ground-required'],
    ['a ground that is not in force', { class: 'partial' as const, grounds: ['9'] }, 'ground-not-allowed'],
    ['a ground for being open', { class: 'open' as const, grounds: ['5'] }, 'ground-not-allowed'],
  ] as const)('is refused with %s', (_, to, code) => {
    expect(given().when({ ...review, to: { class: to.class, grounds: [...to.grounds] } })).toEqual(
      refuse(code, 'grounds'),
    );
  });

  it('is the records centre’s once it has taken over', () => {
    const after = { ...review, custody: 'records-centre' as const };
    expect(given().when(after)).toEqual(refuse('custody-elsewhere', 'documentId'));
    expect(given().when({ ...after, by: 'records-centre' })).toHaveLength(1);
    expect(given().when({ ...review, by: 'records-centre' })).toHaveLength(1);
  });
});

describe('the next review', () => {
  const rule = inForce(packs['kr']?.disclosureReview ?? [], '2027-01-01') ?? { everyYears: null, later: [] };

  it.each([
    [closed, '2014-03-04', '2020-01-01'],
    [{ class: 'partial' as const, grounds: ['6', '5'] }, '2014-12-31', '2020-01-01'],
    [{ class: 'closed' as const, grounds: ['6'] }, '2014-12-31', '2045-01-01'],
    [{ class: 'closed' as const, grounds: [] }, '2015-01-01', '2021-01-01'],
    [open, '2014-03-04', null],
  ])('of %j, classed %s, is due %s', (disclosure, classedOn, due) => {
    expect(reviewDueOn(rule, disclosure, classedOn)).toBe(due);
  });

  it('is asked for by the pack alone', () => {
    expect(reviewDueOn({ everyYears: null, later: [] }, closed, '2014-03-04')).toBeNull();
  });
});
