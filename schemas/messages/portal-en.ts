/** The words of the portal's server-made pages, in English. */
export const portalTextsEn = {
  lead: 'Official documents of this institution: drafted, approved, numbered, sealed and kept, with their proof.',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedIn: 'Signed in',
  account: 'Sign-in and language',
  languages: 'Languages',
  documents: 'Finished documents',
  number: 'Number',
  title: 'Title',
  registeredOn: 'Registered on',
  noDocuments: 'There is no finished document yet, or none that you may see.',
  signInToSee: 'Sign in to see the documents that you may read.',
  next: 'Older documents',
  first: 'Newest documents',
  services: 'Services running',
  programs: 'For programs',
  apiLink: 'All operations of this institution',
  codes: 'What the codes mean',
  code: 'Code',
  codeStatus: 'HTTP status',
  codeMeaning: 'Meaning',
} as const;

export type PortalTexts = Readonly<Record<keyof typeof portalTextsEn, string>>;
