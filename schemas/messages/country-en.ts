/** The words of the demonstration country's own pages, in English. */
export const countryTextsEn = {
  country: 'Small country',
  countryNote: 'Sillok, demonstration',
  countryLead: 'Several institutions on this machine, each with its own log, keys and people.',
  noLegalForce: 'This is a demonstration. Nothing made here has legal force.',
  institutions: 'Institutions',
  institution: 'Institution',
  address: 'Address',
  people: 'People of the demonstration',
  person: 'Person',
  title: 'Post',
  languages: 'Languages',
  provider: 'Sign-in of the small country',
  chooseTitle: 'Who are you?',
  chooseLead: 'Choose a person of {institution}. The demonstration asks for no password.',
  signInFailed: 'The sign-in did not work',
  signInExpired: 'This sign-in is no longer open. Start again from the page of your institution.',
} as const;

export type CountryTexts = Readonly<Record<keyof typeof countryTextsEn, string>>;
