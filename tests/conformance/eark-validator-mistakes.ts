/**
 * What eark-validator 1.1.3 holds against our packages by 2.1.0, the newest version it knows, and why each is its own
 * mistake. It refuses the package that commons-ip makes for the same reasons. A requirement that is not in the table
 * fails the test, and so does an entry that no package of ours is told any more.
 */
export const earkValidatorMistakes: Readonly<Record<string, string>> = {
  CSIP12:
    'asks every agent with the role CREATOR to be software (@TYPE OTHER). CSIP10: one "mandatory agent element records the software"; SIP15 to SIP17 want a submitting agent with the same role and another @TYPE.',
  CSIP13:
    'asks every agent with the role CREATOR for @OTHERTYPE SOFTWARE. CSIP13 speaks of "the mandatory agent element", which CSIP10 says is the software; the submitting agent (SIP15) is an organisation.',
  CSIP16:
    'asks every agent with the role CREATOR for a note of type SOFTWARE VERSION. CSIP16 speaks of "the mandatory agent element\'s note child"; the note of the submitting agent is an IDENTIFICATIONCODE (SIP20).',
  CSIP63:
    'its test for a group that is not OTHER is "@csip:CONTENTINFORMATIONTYPE != \'OTHER\' and not(@csip:CONTENTINFORMATIONTYPE)", which nothing can meet. CSIP63 asks something only "when the attribute has the value OTHER"; the groups for documentation and schemas have none (CSIP62 wants it of representations).',
  CSIP101:
    'asks for a division "Representations" in every package. CSIP101: "When no representations are present"; ours has representations, each with a division of its own (CSIP105, CSIP107).',
  CSIP103:
    'asks for the label of the content division where there is none. CSIP103 is the label of the division of CSIP101, which is there "when no representations are present"; divisions of representations are labelled "Representations/<folder>" (CSIP107).',
  CSIP105:
    'looks for the divisions of representations inside a division "Representations". CSIP105 and CSIP106 have them at mets/structMap/div/div, beside the others.',
  SIP2: 'knows only the address without a version. SIP2 of 2.2.0: "The value is set to https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-2-0.xml".',
  SIP14:
    'asks the notes of all agents with the role CREATOR for an attribute NOTETYPE without a namespace. SIP14 has metsHdr/agent/note/@csip:NOTETYPE, of the archival creator; the note of the software is a SOFTWARE VERSION (CSIP16).',
};
