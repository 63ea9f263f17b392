import type { StepDecision } from '../statements/step-statement.ts';
import type { Language } from '../vocabulary/primitives.ts';

type Sentences = Readonly<Record<StepDecision, string>>;

const en: Sentences = {
  submitted: 'As {position} I submit “{title}” (version {version}).',
  reviewed: 'As {position} I have reviewed “{title}” (version {version}) and agree.',
  concurred: 'As {position} I concur with “{title}” (version {version}).',
  'concurred-with-dissent': 'As {position} I concur with “{title}” (version {version}) and record my dissent.',
  approved: 'As {position} I approve “{title}” (version {version}). With this signature the document comes into being.',
  returned: 'As {position} I return “{title}” (version {version}) to its drafter.',
};

const ko: Sentences = {
  submitted: '{position}(으)로서 「{title}」(제{version}판)을 상신합니다.',
  reviewed: '{position}(으)로서 「{title}」(제{version}판)을 검토하였고 이견이 없습니다.',
  concurred: '{position}(으)로서 「{title}」(제{version}판)에 협조합니다.',
  'concurred-with-dissent': '{position}(으)로서 「{title}」(제{version}판)에 의견을 붙여 협조합니다.',
  approved: '{position}(으)로서 「{title}」(제{version}판)을 결재합니다. 이 서명으로 문서가 성립합니다.',
  returned: '{position}(으)로서 「{title}」(제{version}판)을 기안자에게 반려합니다.',
};

const sentences: Readonly<Partial<Record<Language, Sentences>>> = { en, ko };

/** The sentence that a signer is shown, in English where the language has none; it goes into the statement word by word. */
export function sentenceFor(
  decision: StepDecision,
  language: Language,
  blanks: { readonly position: string; readonly title: string; readonly version: number },
): string {
  return (sentences[language] ?? en)[decision]
    .replace('{position}', () => blanks.position)
    .replace('{title}', () => blanks.title)
    .replace('{version}', () => String(blanks.version));
}
