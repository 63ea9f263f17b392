import type { InstitutionPlan } from './institution-plan.ts';

/** An English-speaking ministry that does not exist; it writes Lao to its neighbours. */
export const mopa: InstitutionPlan = {
  id: 'mopa',
  code: 'MOPA',
  name: 'Ministry of Public Administration',
  language: 'en',
  timeZone: 'Asia/Vientiane',
  pack: 'generic',
  foundedOn: '2014-01-01',
  contact: {
    postcode: '01000',
    address: '12 Lane Xang Avenue, Harbour City',
    homepage: 'mopa.example',
    telephone: '+856 21 555 0100',
    fax: '+856 21 555 0101',
    email: 'registry@mopa.example',
  },
  seal: { text: 'Ministry of Public Administration', shape: 'round' },
  units: [
    { id: 'mopa-root', code: 'MOPA', name: 'Ministry of Public Administration' },
    { id: 'mopa-finance', code: 'FIN', name: 'Finance Department', parent: 'mopa-root' },
    { id: 'mopa-cooperation', code: 'COOP', name: 'International Cooperation Department', parent: 'mopa-root' },
    { id: 'mopa-section', code: 'COOP-1', name: 'Records and Archives Section', parent: 'mopa-cooperation' },
  ],
  people: [
    { id: 'mopa-minister', name: 'Amelia Hart', unit: 'mopa-root', position: 'Minister of Public Administration', level: 'minister' },
    {
      id: 'mopa-secretary',
      name: 'Daniel Okafor',
      unit: 'mopa-root',
      position: 'Permanent Secretary',
      level: 'permanent-secretary',
    },
    {
      id: 'mopa-director',
      name: 'Souphanh Keo',
      unit: 'mopa-cooperation',
      position: 'Director of International Cooperation',
      level: 'director',
    },
    {
      id: 'mopa-finance-director',
      name: 'Ruth Lindqvist',
      unit: 'mopa-finance',
      position: 'Director of Finance',
      level: 'director',
    },
    {
      id: 'mopa-section-head',
      name: 'Khamla Vong',
      unit: 'mopa-section',
      position: 'Head of Section',
      level: 'head-of-section',
    },
    {
      id: 'mopa-drafter',
      name: 'Nina Petrov',
      unit: 'mopa-section',
      position: 'Desk Officer',
      level: 'officer',
      roles: ['departmental-records-officer'],
    },
    {
      id: 'mopa-auditor',
      name: 'Peter Osei',
      unit: 'mopa-root',
      position: 'Records Manager',
      level: 'officer',
      roles: ['records-officer', 'auditor'],
    },
  ],
  unitTasks: [
    {
      id: 'mopa-task-exchange',
      code: 'COOP-07',
      name: 'Exchange of records with partner archives',
      unit: 'mopa-section',
      path: ['Public administration', 'International cooperation', 'Records'],
      retention: '30',
      folder: 'Exchange of records with partner archives',
      matters: [
        { matter: 'reply', level: 'director', concurring: ['mopa-finance'] },
        { matter: 'routine', level: 'head-of-section' },
        { matter: 'meeting-report', level: 'head-of-section' },
        { matter: 'treaty', level: 'minister' },
      ],
    },
  ],
  absences: [
    {
      person: 'mopa-section-head',
      from: '2014-05-05T00:00:00.000Z',
      until: '2014-05-09T00:00:00.000Z',
      deputies: ['mopa-drafter', 'mopa-director'],
    },
  ],
};
