import { element, textElement, type Xml, xmlDocument } from '../xml/xml-writer.ts';
import type { ErmsClassificationSchema, ErmsFolder, ErmsModel } from './erms-model.ts';
import { agentElement, dateElement, disposalElement, listOf } from './erms-pieces.ts';
import { ermsNamespace, schemaIdPrefix } from './erms-vocabulary.ts';
import { recordElement } from './record-element.ts';

/**
 * A folder and its records as CITS ERMS 3.0 (DILCIS, ERMS_v3.xsd) says it: one aggregation of type `file`. Throws
 * CONTAINER_MALFORMED for a character that XML cannot hold. The same model gives the same bytes.
 */
export function writeErms(model: ErmsModel): Xml {
  return xmlDocument(
    element('erms', { xmlns: ermsNamespace }, [
      controlElement(model),
      element('aggregations', {}, [folderElement(model)]),
    ]),
  );
}

function controlElement({ identifier, createdAt, agency, system, classificationSchema }: ErmsModel): Xml {
  return element('control', {}, [
    element('identification', { identificationType: 'description' }, identifier),
    classificationSchema && schemaElement(classificationSchema),
    element('maintenanceInformation', {}, [
      element('maintenanceStatus', { value: 'new' }),
      element('maintenanceAgency', {}, [
        textElement('agencyCode', agency.code, { type: 'institution' }),
        element('agencyName', {}, agency.name),
      ]),
      element('maintenanceHistory', {}, [
        element('maintenanceEvent', {}, [
          element('eventType', { value: 'created' }),
          element('eventDateTime', {}, createdAt),
          element('agent', { agentType: 'creator' }, [element('name', {}, agency.name)]),
        ]),
      ]),
    ]),
    system && element('systemInformation', {}, [element('agents', {}, [systemElement(system)])]),
  ]);
}

function systemElement({ name, version }: NonNullable<ErmsModel['system']>): Xml {
  return element('agent', { agentType: 'other', otherAgentType: 'software' }, [
    element('name', {}, name),
    textElement('idNumber', version, { idNumberType: 'version' }),
  ]);
}

function schemaElement({ id, status, from, to, description }: ErmsClassificationSchema): Xml {
  const attributes = { classificationSchemaId: `${schemaIdPrefix}${id}`, classificationSchemaStatus: status };
  return element('classificationSchema', attributes, [
    element('useDatePeriod', {}, [element('fromDate', {}, from), textElement('toDate', to)]),
    description === undefined
      ? undefined
      : element('textualDescriptionOfClassificationSchema', {}, [element('p', {}, description)]),
  ]);
}

function folderElement({ folder, records, classificationSchema }: ErmsModel): Xml {
  const attributes = {
    systemIdentifier: folder.id,
    aggregationType: 'file',
    classificationSchemaUsed: classificationSchema && `${schemaIdPrefix}${classificationSchema.id}`,
  };
  return element('aggregation', attributes, contentOf(folder, records));
}

function* contentOf(folder: ErmsFolder, records: ErmsModel['records']): Generator<Xml | undefined> {
  yield element('objectId', {}, folder.id);
  yield* classificationElements(folder);
  yield element('title', {}, folder.title);
  if (folder.status !== undefined) yield element('status', { value: folder.status });
  if (folder.disposal !== undefined) yield disposalElement(folder.disposal);
  yield listOf('agents', folder.agents.map(agentElement));
  const dates = [dateElement('date', 'opened', folder.openedOn), dateElement('date', 'closed', folder.closedOn)];
  yield listOf(
    'dates',
    dates.filter((date) => date !== undefined),
  );
  for (const record of records) yield recordElement(record);
}

function* classificationElements({ classification }: ErmsFolder): Generator<Xml> {
  let path = '';
  for (const { code, title } of classification) {
    path = path === '' ? code : `${path}/${code}`;
    yield element('classification', { classificationCode: code, fullyQualifiedClassificationCode: path }, title);
  }
}
