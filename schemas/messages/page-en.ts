/** The words that all pages share, in English. */
export const pageTextsEn = {
  product: 'Sillok, official documents',
  skip: 'Skip to the content',
  problemTitle: 'This did not work',
  problemCode: 'Code',
  problemInstance: 'Correlation id',
  toFrontPage: 'To the front page',
  apiTitle: 'Programming interface',
  apiIntroduction: 'All operations of this institution by service. Machine-readable (OpenAPI 3.1):',
  apiOperation: 'Operation',
  apiAddress: 'Address',
  apiSummary: 'What it does',
  apiAccess: 'Who may',
  apiPublic: 'anybody',
  apiSignedIn: 'signed in',
} as const;

export type PageTexts = Readonly<Record<keyof typeof pageTextsEn, string>>;
