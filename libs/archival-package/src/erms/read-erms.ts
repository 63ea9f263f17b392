import { childNamed, childrenNamed, type ReadElement, readXml, textOf } from '../xml/read-xml.ts';
import type { ErmsClassificationSchema, ErmsFolder, ErmsModel } from './erms-model.ts';
import { ermsNamespace, schemaIdPrefix } from './erms-vocabulary.ts';
import { agentsOf, dateIn, disposalOf, oneOf, optional } from './read-erms-pieces.ts';
import { recordOf } from './read-record.ts';

const limits = { bytes: 16 * 1024 * 1024, elements: 100_000, depth: 100 };

/**
 * The model of an ERMS document (CITS ERMS 3.0): its first aggregation that holds records, ours or anybody's. What we
 * have no place for is passed by. Undefined where it is none, is over 16 MiB, or lacks what a description needs: title
 * and identifier of folder and records, and who made it when.
 */
export function readErms(bytes: Uint8Array): ErmsModel | undefined {
  const root = readXml(bytes, limits);
  if (root?.name !== 'erms' || root.namespace !== ermsNamespace) return undefined;
  const control = controlOf(childNamed(root, 'control'));
  const aggregation = withRecords(childrenNamed(childNamed(root, 'aggregations'), 'aggregation'));
  const folder = aggregation && folderOf(aggregation);
  const records = childrenNamed(aggregation, 'record').map(recordOf);
  const known = records.filter((record) => record !== undefined);
  if (control === undefined || folder === undefined || known.length < records.length) return undefined;
  return { ...control, folder, records: known };
}

function controlOf(control: ReadElement | undefined): Omit<ErmsModel, 'folder' | 'records'> | undefined {
  const maintenance = childNamed(control, 'maintenanceInformation');
  const agency = childNamed(maintenance, 'maintenanceAgency');
  const identifier = textOf(control, 'identification');
  const createdAt = textOf(
    childNamed(childNamed(maintenance, 'maintenanceHistory'), 'maintenanceEvent'),
    'eventDateTime',
  );
  const name = textOf(agency, 'agencyName');
  if (identifier === undefined || createdAt === undefined || name === undefined) return undefined;
  const schema = childNamed(control, 'classificationSchema');
  return {
    identifier,
    createdAt,
    agency: { name, ...optional('code', textOf(agency, 'agencyCode')?.trim() || undefined) },
    ...optional('system', systemOf(childNamed(childNamed(control, 'systemInformation'), 'agents'))),
    ...optional('classificationSchema', schema && schemaOf(schema)),
  };
}

function systemOf(agents: ReadElement | undefined): ErmsModel['system'] {
  const agent = childrenNamed(agents, 'agent').find(({ attributes }) => attributes['otherAgentType'] === 'software');
  const name = textOf(agent, 'name');
  return name === undefined ? undefined : { name, ...optional('version', textOf(agent, 'idNumber')) };
}

function schemaOf(schema: ReadElement): ErmsClassificationSchema | undefined {
  const id = schema.attributes['classificationSchemaId'];
  const period = childNamed(schema, 'useDatePeriod');
  const from = textOf(period, 'fromDate');
  const status = oneOf(['current', 'previous'], schema.attributes['classificationSchemaStatus']);
  if (id === undefined || from === undefined || status === undefined) return undefined;
  return {
    id: id.startsWith(schemaIdPrefix) ? id.slice(schemaIdPrefix.length) : id,
    status,
    from,
    ...optional('to', textOf(period, 'toDate')),
    ...optional('description', textOf(childNamed(schema, 'textualDescriptionOfClassificationSchema'), 'p')),
  };
}

/** Depth first; a document of others may have classes above the file. */
function withRecords(aggregations: readonly ReadElement[]): ReadElement | undefined {
  for (const aggregation of aggregations) {
    if (childNamed(aggregation, 'record') !== undefined) return aggregation;
    const found = withRecords(childrenNamed(aggregation, 'aggregation'));
    if (found !== undefined) return found;
  }
  return undefined;
}

function folderOf(aggregation: ReadElement): ErmsFolder | undefined {
  const id = aggregation.attributes['systemIdentifier'] ?? '';
  const title = textOf(aggregation, 'title') ?? '';
  if (id === '' || title === '') return undefined;
  return {
    id,
    title,
    classification: childrenNamed(aggregation, 'classification').map(({ attributes, text }) => ({
      code: attributes['classificationCode'] ?? '',
      title: text,
    })),
    ...optional('status', oneOf(['open', 'closed'], childNamed(aggregation, 'status')?.attributes['value'])),
    ...optional('openedOn', dateIn(aggregation, 'date', 'opened')),
    ...optional('closedOn', dateIn(aggregation, 'date', 'closed')),
    ...optional('disposal', disposalOf(aggregation)),
    agents: agentsOf(aggregation),
  };
}
