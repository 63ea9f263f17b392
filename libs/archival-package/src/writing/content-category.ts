/**
 * `mets/@TYPE` (CSIP2). CITS ERMS prints "Dataset", which is no term of VocabularyContentCategory; the term is
 * `Datasets`.
 */
export function contentCategory(contentInformationTypes: readonly string[]): string {
  return contentInformationTypes.every((type) => /^(cits)?erms/i.test(type)) ? 'Datasets' : 'Mixed';
}
