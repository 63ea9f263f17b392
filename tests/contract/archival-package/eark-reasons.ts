/** Why a case of the corpus goes otherwise than the corpus says: here the corpus contradicts the profile or itself. */
export interface Reason {
  readonly requirement: string;
  readonly path: string;
  readonly why: string;
  /** The files were rewritten with other line ends after the METS was made; with their own ends nothing is found. */
  readonly isByLineEnds?: true;
}

const lineEnds =
  'was kept with CR LF when its METS was made and lies in the corpus with LF. With CR LF it has the stated size and ' +
  'checksum, and nothing is found (the test restores it and asks again). As it lies there, it breaks the clause.';

export const reasons: readonly Reason[] = [
  {
    requirement: 'CSIP24',
    path: 'CSIP/CSIP24/valid/IP_18000_CSIP24_2',
    why: '`xlink:href` is empty. CSIP24 (MUST, 1..1) is "the actual location of the resource"; an empty one is none. The test case only warns that it "SHOULD be a URL type filepath".',
  },
  {
    requirement: 'CSIP54',
    path: 'CSIP/CSIP54/valid/valid_IP_with_SHOULD_MAY_1_rep',
    why: `CSIP54, "size of the referenced file in bytes": the PREMIS file ${lineEnds}`,
    isByLineEnds: true,
  },
  {
    requirement: 'CSIP56',
    path: 'CSIP/CSIP56/valid/valid_IP_with_SHOULD_MAY_1_rep',
    why: `CSIP56, "the checksum of the referenced file": the PREMIS file ${lineEnds}`,
    isByLineEnds: true,
  },
  {
    requirement: 'CSIP61',
    path: 'CSIP/CSIP61/invalid/fileGrp_ADMID_incorrect_ref2',
    why: 'CSIP61 is about `fileGrp/@ADMID`, and every word there is the ID of an administrative section. The wrong reference stands in the ADMID of the Metadata division, and is found there by CSIP91.',
  },
  {
    requirement: 'CSIP69',
    path: 'CSIP/CSIP69/valid/minimal_IP_with_1_representation',
    why: `CSIP69, "size of the referenced file in bytes": mets.xsd ${lineEnds}`,
    isByLineEnds: true,
  },
  {
    requirement: 'CSIP71',
    path: 'CSIP/CSIP71/valid/minimal_IP_with_1_representation',
    why: `CSIP71, "the checksum of the referenced file": mets.xsd ${lineEnds}`,
    isByLineEnds: true,
  },
];

export function reasonFor({ requirement, path }: { requirement: string; path: string }): Reason | undefined {
  return reasons.find((reason) => reason.requirement === requirement && reason.path === path);
}
