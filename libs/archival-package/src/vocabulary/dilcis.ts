/** VocabularyContentInformationType of the DILCIS Board (CSIP4, CSIP62). */
export const contentInformationTypes = new Set([
  'ERMS',
  'SIARD1',
  'SIARD2',
  'SIARDDK',
  'GeoData',
  'citscarchival_v1_0',
  'cscarchival_v1_0',
  'citserms_v2_1',
  'citserms_v3_0',
  'citspremis_v1_0',
  'cspremis_v1_0',
  'citsehpj_v1_0',
  'citsehpj_v2_0',
  'citsehcr_v1_0',
  'citssiard_v1_0',
  'citsgeospatial_v3_0',
  'cits3dpm_v1_0',
  'MIXED',
  'OTHER',
]);

/**
 * Those that every extension schema since 2.1.0 has in its enumeration. A reader with an older schema stops at any other
 * (commons-ip 2.10.0 at `citserms_v3_0`), so that these may be written as `OTHER` beside their name as well.
 */
export const contentInformationTypesSince210 = new Set([
  'ERMS',
  'SIARD1',
  'SIARD2',
  'SIARDDK',
  'GeoData',
  'citspremis_v1_0',
  'citserms_v2_1',
  'citsehpj_v1_0',
  'citsehcr_v1_0',
  'citssiard_v1_0',
  'citsgeospatial_v3_0',
  'MIXED',
]);

/** VocabularyOAISPackageType (CSIP9). */
export const oaisPackageTypes = new Set(['SIP', 'AIP', 'DIP', 'AIU', 'AIC']);

/** VocabularyStatus (CSIP20, CSIP34, CSIP47). */
export const metadataStatuses = new Set(['CURRENT', 'SUPERSEDED']);

/** VocabularyRECORDSTATUS (SIP3). */
export const recordStatuses = new Set(['NEW', 'SUPPLEMENT', 'REPLACEMENT', 'TEST', 'VERSION', 'DELETE', 'OTHER']);
