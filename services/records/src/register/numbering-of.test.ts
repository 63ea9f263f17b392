import { disclosureTask, ministry } from '@sillok/authority/testing';
import { describe, expect, it } from 'vitest';
import { numberingOf } from './numbering-of.ts';

const from = '2014-01-01';
const at = '2014-03-17T09:00:00.000Z';
const register = { scope: 'BELAVODA', year: 2014, book: 'delovodnik' };

/** The ministry under another country's pack, with a unit and a task whose codes are numbers. */
function under(pack: string) {
  return ministry(
    { type: 'directory.PolicyPackActivated.v1', data: { institutionId: 'mois', pack, digest: 'b'.repeat(64), from } },
    {
      type: 'directory.UnitEstablished.v1',
      data: { unitId: 'unit-general', code: '03', name: 'Одељење за општу управу', from },
    },
    {
      type: 'directory.UnitTaskDefined.v1',
      data: {
        unitTaskId: 'task-work',
        code: '11',
        name: 'Радни односи',
        unitId: 'unit-general',
        functionPath: ['Рад'],
        retention: '5',
        from,
      },
    },
  );
}

describe('the number of a document', () => {
  const act = { at, unitId: 'unit-general', register, classification: { unitTaskId: 'task-work' } };

  it('is unit, category, base number, year and sub-number in Serbia', () => {
    expect(numberingOf(under('rs'), act, 'records')).toEqual({
      openingNumber: 0,
      displayPattern: '03-11-{number}/2014-01',
    });
  });

  it('names the institution in a country without a form of its own', () => {
    expect(numberingOf(under('generic'), act, 'records').displayPattern).toBe('1741000/2014/{number}');
  });

  it('names the unit in Korea', () => {
    const korean = { at, unitId: 'unit-division', register, classification: { unitTaskId: disclosureTask } };
    expect(numberingOf(ministry(), korean, 'records').displayPattern).toBe('정보공개정책과-{number}');
  });
});

it('numbers what comes in to Serbia in the same book, without a category', () => {
  expect(numberingOf(under('rs'), { at, unitId: 'unit-general', register }, 'receipts').displayPattern).toBe(
    '03-{number}/2014-01',
  );
});
