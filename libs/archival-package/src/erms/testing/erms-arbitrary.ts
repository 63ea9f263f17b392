import fc from 'fast-check';
import { type ErmsModel, ermsRoles } from '../erms-model.ts';

const samples = [
  '정보공개 청구 «처리»',
  'ຄຳຮ້ອງຂໍ',
  'Захтев за прековремени рад',
  'Zahtev čćžšđ',
  `<&>"' 🙂 \u202eabc\u202c`,
  ']]>',
];
const text = fc.oneof(fc.constantFrom(...samples), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }));
const id = fc.stringMatching(/^[0-9A-Za-z-]{8,20}$/);
const code = fc.stringMatching(/^[0-9A-Za-z._-]{1,12}$/);
const day = fc.constantFrom('2026-12-31', '2027-01-01', '2036-12-31');
const instant = fc.constantFrom('2026-12-31T15:30:00.000Z', '2026-03-01T00:00:00.000Z');
const date = fc.oneof(day, instant);

const agent = both(
  fc.record({ role: fc.constantFrom(...ermsRoles) }),
  fc.record({ name: text, id, organisation: text, unit: text }, { requiredKeys: [] }),
);
const disposal = both(
  fc.record({ start: day }),
  fc.record(
    {
      end: day,
      retention: code,
      period: fc.constantFrom('P1Y', 'P10Y', 'P30Y'),
      description: text,
      mandate: text,
      action: fc.constantFrom('transfer', 'destroy', 'review'),
    },
    { requiredKeys: [] },
  ),
);
const ground = fc.record({ code, citation: text });
const disclosure = fc.oneof(
  fc.constant({ class: 'open' as const, grounds: [] }),
  fc.record({
    class: fc.constantFrom('partial', 'closed'),
    grounds: fc.array(ground, { minLength: 1, maxLength: 8 }),
    until: day,
  }),
  fc.record({ class: fc.constantFrom('partial', 'closed'), grounds: fc.array(ground, { maxLength: 8 }) }),
);
const component = both(
  fc.record({ name: text, path: text }),
  fc.record(
    { fileFormat: fc.constantFrom('fmt/476', 'text/plain'), description: text, isSigned: fc.boolean() },
    { requiredKeys: [] },
  ),
);
const action = fc.record({ type: code, text, at: date, agent });
const relation = fc.record({ kind: fc.constantFrom('answers', 'replaces', 'returned-earlier'), target: text });

const ermsRecord = both(
  fc.record({
    id,
    title: text,
    keywords: list(text),
    agents: list(agent),
    actions: list(action),
    signatures: list(
      both(fc.record({ isPresent: fc.boolean() }), fc.record({ verifiedAt: instant }, { requiredKeys: [] })),
    ),
    components: list(component),
    physicalLocations: list(text),
    relations: list(relation),
  }),
  fc.record(
    {
      type: fc.constantFrom('produced', 'received', 'scanned'),
      display: text,
      number: fc.integer({ min: 1, max: 999_999_999 }),
      register: text,
      senderNumber: text,
      language: fc.constantFrom('en', 'ko', 'lo', 'sr-Cyrl', 'sr-Latn'),
      direction: fc.constantFrom('incoming', 'outgoing', 'internal'),
      summary: text,
      disclosure,
      disposal,
      createdAt: date,
      registeredAt: instant,
      receivedAt: date,
      sentAt: instant,
      reviewedOn: day,
    },
    { requiredKeys: [] },
  ),
);

const folder = both(
  fc.record({ id, title: text, classification: list(fc.record({ code, title: text })), agents: list(agent) }),
  fc.record(
    { status: fc.constantFrom('open', 'closed'), openedOn: day, closedOn: day, disposal },
    { requiredKeys: [] },
  ),
);
const schema = both(
  fc.record({ id: code, status: fc.constantFrom('current', 'previous'), from: day }),
  fc.record({ to: day, description: text }, { requiredKeys: [] }),
);

/** Models that say much, little, and strange things. */
export const ermsModels = both(
  fc.record({
    identifier: id,
    createdAt: instant,
    agency: both(fc.record({ name: text }), fc.record({ code }, { requiredKeys: [] })),
    folder,
    records: fc.array(ermsRecord, { minLength: 1, maxLength: 3 }),
  }),
  fc.record(
    {
      system: both(fc.record({ name: text }), fc.record({ version: code }, { requiredKeys: [] })),
      classificationSchema: schema,
    },
    { requiredKeys: [] },
  ),
) satisfies fc.Arbitrary<ErmsModel>;

function list<Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> {
  return fc.array(of, { maxLength: 3 });
}

/** What is there always, and what may be missing. */
function both<Always extends object, Sometimes extends object>(
  always: fc.Arbitrary<Always>,
  sometimes: fc.Arbitrary<Sometimes>,
): fc.Arbitrary<Always & Sometimes> {
  return fc.tuple(always, sometimes).map(([left, right]) => ({ ...left, ...right }));
}
