import { type MetadataElement, row } from './metadata-element.ts';

const aggregation = 'erms/aggregations/aggregation';
const opened = 'records.FolderOpened.v1';
const closed = 'records.FolderClosed.v1';
const task = 'directory.UnitTaskDefined.v1';

/** Of the folder (기록물철). */
export const folderElements: readonly MetadataElement[] = [
  row('folder', 'identifier', [`${opened}#folderId`], {
    erms: `${aggregation}/@systemIdentifier`,
    other: 'dc/dc:identifier',
  }),
  row('folder', 'title', [`${opened}#title`], { erms: `${aggregation}/title`, other: 'dc/dc:title' }),
  row('folder', 'function path', [`${task}#functionPath`], {
    erms: `${aggregation}/classification`,
    other: 'dc/dc:subject',
  }),
  row('folder', 'unit task, name', [`${task}#name`], { erms: `${aggregation}/classification`, other: 'dc/dc:subject' }),
  row('folder', 'unit task, code', [`${task}#code`], { erms: `${aggregation}/classification/@classificationCode` }),
  row('folder', 'classification schema in force from', [`${task}#from`], {
    erms: 'erms/control/classificationSchema/useDatePeriod/fromDate',
  }),
  row('folder', 'institution', ['directory.InstitutionFounded.v1#name'], {
    erms: 'erms/control/maintenanceInformation/maintenanceAgency/agencyName',
    other: 'dc/dc:creator',
  }),
  row('folder', 'institution, code', ['directory.InstitutionFounded.v1#institutionId'], {
    erms: 'erms/control/maintenanceInformation/maintenanceAgency/agencyCode',
    other: 'premis/agent/agentIdentifier/agentIdentifierValue',
  }),
  row('folder', 'responsible unit', [`${opened}#unitId`], {
    erms: `${aggregation}/agents/agent[@agentType=responsible_person]/idNumber`,
  }),
  row('folder', 'responsible unit, name', ['directory.UnitEstablished.v1#name'], {
    erms: `${aggregation}/agents/agent[@agentType=responsible_person]/name`,
    other: 'dc/dc:creator',
  }),
  row('folder', 'opened on', [`${opened}@recordedAt`], {
    erms: `${aggregation}/dates/date[@dateType=opened]`,
    other: 'dc/dc:date',
  }),
  row('folder', 'closed on', [`${closed}#on`], {
    erms: `${aggregation}/dates/date[@dateType=closed]`,
    other: 'dc/dc:date',
  }),
  row('folder', 'status', [`${closed}#folderId`], { erms: `${aggregation}/status/@value` }),
  row('folder', 'retention', [`${closed}#retention`], { erms: `${aggregation}/disposal/disposalScheduleId` }),
  row('folder', 'retention, period', [`${closed}#packDigest`], { erms: `${aggregation}/disposal/disposalPeriod` }),
  row('folder', 'retention, in words', [`${closed}#packDigest`], {
    erms: `${aggregation}/disposal/disposalDescription`,
    other: 'dc/dc:description',
  }),
  row('folder', 'retention, by which law', [`${closed}#packDigest`], {
    erms: `${aggregation}/disposal/disposalMandate`,
  }),
  row('folder', 'retention, what then', [`${closed}#packDigest`], { erms: `${aggregation}/disposal/disposalAction` }),
  row('folder', 'retention counted from', [`${closed}#retentionStart`], {
    erms: `${aggregation}/disposal/dates/disposalDate[@dateType=retention_period_start]`,
  }),
  row('folder', 'retention counted to', [`${closed}#expiresOn`], {
    erms: `${aggregation}/disposal/dates/disposalDate[@dateType=retention_period_end]`,
  }),
];
