import { civilDate } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { deadlineAfterOutages } from './deadline-after-outages.ts';

const outage = (from: string, until = from) => ({ from, until });
const due = (dueOn: string, sentOn = dueOn) => ({ dueOn, sentOn });

describe('the deadline of a sender', () => {
  it.each([
    ['an outage of that day', due('2014-05-15'), [outage('2014-05-15')], '2014-05-16'],
    ['an outage of many days', due('2025-09-26', '2025-09-25'), [outage('2025-09-26', '2025-10-06')], '2025-10-07'],
    ['an outage that ends on 28 February of a leap year', due('2016-02-28'), [outage('2016-02-28')], '2016-02-29'],
    ['an outage that ends on the leap day', due('2016-02-28'), [outage('2016-02-27', '2016-02-29')], '2016-03-01'],
    ['an outage that ends with the year', due('2014-12-30'), [outage('2014-12-30', '2014-12-31')], '2015-01-01'],
    ['an outage that ends on a Friday, on the Saturday', due('2014-05-16'), [outage('2014-05-16')], '2014-05-17'],
    [
      'two outages that overlap, by the later end whatever their order',
      due('2014-05-15'),
      [outage('2014-05-15', '2014-05-20'), outage('2014-05-14', '2014-05-16')],
      '2014-05-21',
    ],
    [
      'an outage on the very day that another one left',
      due('2014-05-15'),
      [outage('2014-05-16', '2014-05-18'), outage('2014-05-15')],
      '2014-05-19',
    ],
  ])('row 22b: is moved by %s', (_, deadline, outages, expected) => {
    expect(deadlineAfterOutages(deadline, outages)).toBe(expected);
  });

  it.each([
    ['an outage that was over before', due('2014-05-15'), [outage('2014-05-13', '2014-05-14')]],
    ['an outage that began after it', due('2014-05-15'), [outage('2014-05-16')]],
    ['an outage, where it was sent too late anyway', due('2014-05-15', '2014-05-16'), [outage('2014-05-15')]],
    ['nothing', due('2014-05-15'), []],
  ])('row 22b: is not moved by %s', (_, deadline, outages) => {
    expect(deadlineAfterOutages(deadline, outages)).toBe(deadline.dueOn);
  });

  it('is counted in days of the institution', () => {
    const [from, until] = ['2014-05-14T15:30:00.000Z', '2014-05-15T14:59:00.000Z'];
    const days = (zone: string) => outage(civilDate(from, zone), civilDate(until, zone));
    expect(deadlineAfterOutages(due('2014-05-14'), [days('Asia/Seoul')])).toBe('2014-05-14');
    expect(deadlineAfterOutages(due('2014-05-14'), [days('Europe/Belgrade')])).toBe('2014-05-16');
    expect(deadlineAfterOutages(due('2014-05-15'), [days('Asia/Seoul')])).toBe('2014-05-16');
  });
});
