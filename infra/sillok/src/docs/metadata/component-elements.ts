import { type MetadataElement, row } from './metadata-element.ts';

const appendix = 'erms/aggregations/aggregation/record/additionalInformation/appendix';
const file = 'premis/object[@xsi:type=premis:file]';
const sealed = 'records.RecordSealed.v1';
const scanned = 'distribution.PaperScanned.v1';
const text = 'drafting.DraftSubmitted.v1#textAddress';

/** Of each file of a record. */
export const componentElements: readonly MetadataElement[] = [
  row(
    'component',
    'the file',
    [`${sealed}#recordCopyAddress`, 'distribution.DocumentArrived.v1#copyAddress', `${scanned}#scanAddress`],
    {
      erms: `${appendix}/@path`,
      other: `${file}/storage/contentLocation/contentLocationValue`,
    },
  ),
  row('component', 'name of an attachment', [`${text}/attachments.name`], {
    erms: `${appendix}/@name`,
    other: `${file}/originalName`,
  }),
  row(
    'component',
    'size',
    [`${sealed}#recordCopyBytes`, `${scanned}#scanBytes`, 'drafting.DraftSubmitted.v1#attachments.bytes'],
    {
      other: `${file}/objectCharacteristics/size`,
    },
  ),
  row('component', 'digest', [`${sealed}#recordCopyDigest`, `${scanned}#scanDigest`, `${text}/attachments.sha256`], {
    other: `${file}/objectCharacteristics/fixity/messageDigest`,
  }),
  row('component', 'format', [`${scanned}#mediaType`, 'drafting.DraftSubmitted.v1#attachments.mediaType'], {
    erms: `${appendix}/@fileFormat`,
    other: `${file}/objectCharacteristics/format/formatRegistry/formatRegistryKey`,
  }),
  row('component', 'made by which program', ['approval.PaperFrozen.v1#renderer.version'], {
    other: 'premis/agent/agentVersion',
  }),
  row('component', 'is signed', [`${sealed}#sealVersion`, 'distribution.PaperSealed.v1#sealVersion'], {
    erms: `${appendix}/@eSignatureHasExisted`,
    other: 'premis/event/eventType',
  }),
];
