import { type MetadataElement, row } from './metadata-element.ts';

const record = 'erms/aggregations/aggregation/record';
const established = 'approval.DocumentEstablished.v1';
const arrived = 'distribution.DocumentArrived.v1';
const scanned = 'distribution.PaperScanned.v1';
const registrations = ['records.RecordRegistered.v1', 'records.ReceiptRegistered.v1', 'records.PaperRegistered.v1'];
const reviewed = 'records.DisclosureReviewed.v1';
const text = 'drafting.DraftSubmitted.v1#textAddress';
const registered = (field: string): readonly string[] => registrations.map((type) => `${type}${field}`);

/** Of the record. */
export const recordElements: readonly MetadataElement[] = [
  row('record', 'identifier', registered('#documentId'), {
    erms: `${record}/@systemIdentifier`,
    other: 'premis/object[@xsi:type=premis:intellectualEntity]/objectIdentifier/objectIdentifierValue',
  }),
  row('record', 'made, received or scanned', registered('#number'), { erms: `${record}/@recordType` }),
  row('record', 'title', ['drafting.DraftSubmitted.v1#title', `${arrived}#title`, `${scanned}#title`], {
    erms: `${record}/title`,
    other: 'premis/object[@xsi:type=premis:intellectualEntity]/originalName',
  }),
  row('record', 'number as it is written', registered('#display'), { erms: `${record}/objectId` }),
  row('record', 'number', registered('#number'), { erms: `${record}/runningNumber` }),
  row('record', 'register', registered('#register.book'), { erms: `${record}/extraId` }),
  row('record', 'registered at', registered('@recordedAt'), {
    erms: `${record}/dates/date[@dateType=captured]`,
    other: 'premis/event/eventDateTime',
  }),
  row(
    'record',
    'came into being, took effect',
    [`${established}#at`, `${arrived}#effectiveAt`, `${scanned}#arrivedOn`],
    {
      erms: `${record}/dates/date[@dateType=created]`,
      other: 'premis/event/eventDateTime',
    },
  ),
  row('record', 'received at', ['distribution.DocumentReceived.v1#at', 'distribution.PaperReceived.v1#at'], {
    erms: `${record}/dates/date[@dateType=received]`,
  }),
  row('record', 'sent at', ['distribution.DocumentDispatched.v1#at', `${arrived}#sentAt`], {
    erms: `${record}/dates/date[@dateType=sent]`,
  }),
  row('record', 'number of the sender', [`${arrived}#senderNumber`], { erms: `${record}/extraId` }),
  row('record', 'language', [`${established}#classification.language`, 'distribution.PaperReceived.v1#language'], {
    erms: `${record}/additionalInformation/ownElement/ownElement[@name=language]/value`,
    other: 'dc/dc:language',
  }),
  row('record', 'direction', [`${established}#outgoing`, `${arrived}#senderId`], {
    erms: `${record}/direction/@directionDefinition`,
  }),
  row('record', 'keywords', [`${text}/keywords`], { erms: `${record}/keywords/keyword` }),
  row('record', 'summary', [`${text}/summary`], { erms: `${record}/description` }),
  row('record', 'addressees', [`${text}/addressees.name`], {
    erms: `${record}/agents/agent[@agentType=recipient]/name`,
  }),
  row('record', 'sender, an institution', [`${arrived}#senderId`], { erms: `${record}/agents/agent/idNumber` }),
  row('record', 'sender, a private person', [`${scanned}#senderName`], { erms: `${record}/agents/agent/name` }),
  row('record', 'responsible unit', registered('#unitId'), { erms: `${record}/agents/agent/idNumber` }),
  row(
    'record',
    'disclosure class',
    [
      `${reviewed}#to.class`,
      `${established}#classification.disclosure.class`,
      'records.PaperRegistered.v1#disclosure.class',
    ],
    {
      erms: `${record}/access`,
      other: 'premis/rights/rightsStatement/rightsGranted/restriction',
    },
  ),
  row(
    'record',
    'grounds for not disclosing',
    [
      `${reviewed}#to.grounds`,
      `${established}#classification.disclosure.grounds`,
      'records.PaperRegistered.v1#disclosure.grounds',
    ],
    {
      erms: `${record}/restriction/regulation`,
      other: 'premis/rights/rightsStatement/statuteInformation/statuteNote',
    },
  ),
  row('record', 'disclosure reviewed on', [`${reviewed}#on`], {
    erms: `${record}/dates/date[@dateType=confidentiality_assessed]`,
    other: 'premis/rights/rightsStatement/statuteInformation/statuteInformationDeterminationDate',
  }),
  row('record', 'line: who acted', ['approval.DocumentApproved.v1#personId'], {
    erms: `${record}/action/agents/agent/idNumber`,
    other: 'premis/event/linkingAgentIdentifier/linkingAgentIdentifierValue',
  }),
  row('record', 'line: the name', ['directory.PersonEnrolled.v1#name'], {
    erms: `${record}/action/agents/agent/name`,
    other: 'premis/agent/agentName',
  }),
  row('record', 'line: the name, among all agents', ['directory.PersonEnrolled.v1#name'], {
    erms: `${record}/agents/agent/name`,
  }),
  row('record', 'line: the post', ['approval.CaseOpened.v1#line.position'], { erms: `${record}/action/actionText` }),
  row('record', 'line: the opinion', ['approval.DocumentApproved.v1#opinion'], { erms: `${record}/action/actionText` }),
  row('record', 'line: under which power', ['approval.DocumentApproved.v1#mode'], {
    erms: `${record}/action/actionType`,
    other: 'premis/event/eventDetailInformation/eventDetail',
  }),
  row('record', 'line: when', ['approval.DocumentApproved.v1@recordedAt'], {
    erms: `${record}/action/dates/actionDate`,
    other: 'premis/event/eventDateTime',
  }),
  row(
    'record',
    'is signed',
    ['records.RecordSealed.v1#evidenceAddress', 'distribution.PaperSealed.v1#digitisationAddress'],
    {
      erms: `${record}/eSignatures/eSignature/@present`,
      other: 'premis/event/eventType',
    },
  ),
  row('record', 'where the paper lies', [`${scanned}#original.location`], {
    erms: `${record}/physicalLocations/physicalLocation/currentLocation`,
  }),
  row('record', 'replaces a returned document', ['drafting.DraftCreated.v1#redraftOf'], {
    erms: `${record}/relation[@relationType=replaces]`,
  }),
  row('record', 'earlier submission that was returned', ['records.TransferPrepared.v1#previousTransferId'], {
    erms: `${record}/relation[@otherRelationType=returned-earlier]`,
  }),
  row('record', 'end of the history', ['records.HistoryClosed.v1#streams.leaf'], {
    other: 'premis/event/eventDetailInformation/eventDetail',
  }),
];
