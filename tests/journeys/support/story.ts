import type { Letter, LetterInFolder } from '../../../infra/sillok/src/life/letter.ts';

/** The shortest letter an institution can write: inside the house, two steps, no attachment. */
export function memo(
  institution: 'munhwa' | 'mopa' | 'belavoda',
  title: string,
  changes: Partial<Letter> = {},
): LetterInFolder {
  const { drafter, classification } = houses[institution];
  const content: Letter['text']['content'] = {
    type: 'doc',
    blocks: [{ type: 'paragraph', runs: [{ type: 'text', text: title }] }],
  };
  const text = { title, content, keywords: [], addressees: [] };
  return { institution, drafter, classification, text, attachments: [], folder: '', ...changes };
}

/** The same institution's letter that four people sign: drafter, reviewer, concurring officer, approver. */
export function longLetter(title: string): LetterInFolder {
  const letter = memo('munhwa', title);
  return { ...letter, classification: { ...letter.classification, matter: 'notice' } };
}

const open = { class: 'open', grounds: [] } satisfies Letter['classification']['disclosure'];

const houses = {
  munhwa: {
    drafter: 'munhwa-drafter',
    classification: {
      form: 'simple-draft',
      language: 'ko',
      unitTaskId: 'munhwa-task-transfer',
      matter: 'routine',
      disclosure: open,
      important: false,
    },
  },
  mopa: {
    drafter: 'mopa-drafter',
    classification: {
      form: 'memo',
      language: 'en',
      unitTaskId: 'mopa-task-exchange',
      matter: 'routine',
      disclosure: open,
      important: false,
    },
  },
  belavoda: {
    drafter: 'belavoda-opsta-referent',
    classification: {
      form: 'interni-akt',
      language: 'sr-Cyrl',
      unitTaskId: 'belavoda-task-rad',
      matter: 'obavestenje',
      disclosure: open,
      important: false,
    },
  },
} satisfies Record<string, Pick<Letter, 'drafter' | 'classification'>>;
