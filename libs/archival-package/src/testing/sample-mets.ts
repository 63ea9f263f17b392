export interface SampleFile {
  readonly size: number;
  readonly checksum: string;
}

type Describe = (name: string) => SampleFile;

const namespaces = [
  'xmlns="http://www.loc.gov/METS/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:csip="https://DILCIS.eu/XML/METS/CSIPExtensionMETS"',
  'xmlns:sip="https://DILCIS.eu/XML/METS/SIPExtensionMETS"',
].join(' ');
const day = '2026-11-24T09:00:00Z';

/** METS of the sample package (folder empty) or of its representation. */
export function sampleMets(folder: string, describe: Describe): string {
  const isRoot = folder === '';
  const id = isRoot ? 'sample-package' : 'rep1';
  const profile = isRoot
    ? 'https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-2-0.xml'
    : 'https://earkcsip.dilcis.eu/profile/E-ARK-CSIP-v2-2-0.xml';
  return `<?xml version="1.0" encoding="UTF-8"?>
<mets ${namespaces} OBJID="${id}" TYPE="Mixed" csip:CONTENTINFORMATIONTYPE="MIXED" LABEL="A sample" PROFILE="${profile}">
  <metsHdr CREATEDATE="${day}" LASTMODDATE="${day}" RECORDSTATUS="NEW" csip:OAISPACKAGETYPE="SIP">
${agents}
${['SUBMISSIONAGREEMENT', 'PREVIOUSSUBMISSIONAGREEMENT', 'REFERENCECODE', 'PREVIOUSREFERENCECODE'].map((type) => `    <altRecordID TYPE="${type}">A 12/3</altRecordID>`).join('\n')}
  </metsHdr>
  <dmdSec ID="${id}-dmd" CREATED="${day}" STATUS="CURRENT">
    ${mdRef('metadata/descriptive/dc.xml', 'DC', describe)}
  </dmdSec>
  <amdSec>
${isRoot ? rights(describe) : ''}    <digiprovMD ID="${id}-prov" STATUS="CURRENT">${mdRef('metadata/preservation/premis.xml', 'PREMIS', describe)}</digiprovMD>
  </amdSec>
  <fileSec ID="${id}-files">
${isRoot ? rootGroups(describe) : group('rep1-data', 'Representations/rep1/data', ['data/letter.txt'], describe)}
  </fileSec>
${structMap(id, isRoot)}
</mets>
`;
}

const agents = `    <agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE"><name>Sillok</name><note csip:NOTETYPE="SOFTWARE VERSION">0.1.0</note></agent>
    <agent ROLE="ARCHIVIST" TYPE="ORGANIZATION"><name>Ministry of Roads</name><note csip:NOTETYPE="IDENTIFICATIONCODE">MR</note></agent>
    <agent ROLE="CREATOR" TYPE="ORGANIZATION"><name>Records Office</name><note csip:NOTETYPE="IDENTIFICATIONCODE">RO</note></agent>
    <agent ROLE="CREATOR" TYPE="INDIVIDUAL"><name>Ann Clerk</name><note>ann@example.org</note></agent>
    <agent ROLE="PRESERVATION" TYPE="ORGANIZATION"><name>State Archive</name><note csip:NOTETYPE="IDENTIFICATIONCODE">SA</note></agent>`;

function mdRef(path: string, type: string, describe: Describe): string {
  return `<mdRef LOCTYPE="URL" xlink:type="simple" xlink:href="${path}" MDTYPE="${type}" MDTYPEVERSION="3.0" MIMETYPE="application/xml" ${stated(path, describe)}/>`;
}

function rights(describe: Describe): string {
  return `    <rightsMD ID="sample-rights" STATUS="CURRENT">${mdRef('metadata/other/rights.xml', 'OTHER', describe)}</rightsMD>\n`;
}

function stated(path: string, describe: Describe): string {
  const { size, checksum } = describe(path);
  return `SIZE="${size}" CREATED="${day}" CHECKSUM="${checksum}" CHECKSUMTYPE="SHA-256"`;
}

function rootGroups(describe: Describe): string {
  return [
    group('group-documentation', 'Documentation', ['documentation/read me.txt'], describe),
    group('group-schemas', 'Schemas', ['schemas/mets.xsd'], describe),
    group('group-rep1', 'Representations/rep1', ['representations/rep1/METS.xml'], describe),
  ].join('\n');
}

function group(id: string, use: string, paths: readonly string[], describe: Describe): string {
  const type = use.startsWith('Representations') ? ' csip:CONTENTINFORMATIONTYPE="MIXED"' : '';
  const files = paths.map((path, index) => file(`${id}-${index}`, path, describe)).join('\n');
  return `    <fileGrp ID="${id}" USE="${use}"${type}>\n${files}\n    </fileGrp>`;
}

const format = ['NAME="Text"', 'VERSION="1"', 'REGISTRY="PRONOM"', 'KEY="x-fmt/111"']
  .map((one) => `sip:FILEFORMAT${one}`)
  .join(' ');

function file(id: string, path: string, describe: Describe): string {
  const locator = `<FLocat LOCTYPE="URL" xlink:type="simple" xlink:href="${encodeURI(path)}"/>`;
  return `      <file ID="${id}" MIMETYPE="text/plain" ${stated(path, describe)} ${format}>${locator}</file>`;
}

function structMap(id: string, isRoot: boolean): string {
  const adm = isRoot ? `${id}-prov sample-rights` : `${id}-prov`;
  return `  <structMap ID="${id}-map" TYPE="PHYSICAL" LABEL="CSIP">
    <div ID="${id}-main" LABEL="${id}">
      <div ID="${id}-metadata" LABEL="Metadata" DMDID="${id}-dmd" ADMID="${adm}"/>
${isRoot ? rootDivisions : '      <div ID="rep1-content" LABEL="Representations"><fptr FILEID="rep1-data"/></div>'}
    </div>
  </structMap>`;
}

const rootDivisions = `      <div ID="div-documentation" LABEL="Documentation"><fptr FILEID="group-documentation"/></div>
      <div ID="div-schemas" LABEL="Schemas"><fptr FILEID="group-schemas"/></div>
      <div ID="div-rep1" LABEL="Representations/rep1"><mptr LOCTYPE="URL" xlink:type="simple" xlink:title="group-rep1" xlink:href="representations/rep1/METS.xml"/></div>`;
