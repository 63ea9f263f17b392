import type { Finding } from '../finding.ts';
import { XmlDecoder } from '../mets/decode-xml.ts';
import type { PackageFile } from '../source/package-source.ts';
import { type PremisEvent, PremisFacts } from './premis-facts.ts';

/**
 * What E-ARK leaves to PREMIS: every event has an agent and an object, and nobody is named who is not there
 * (PREMIS 3.0, linkingAgentIdentifier and linkingObjectIdentifier). Streams the document.
 */
export async function judgePremis(file: PackageFile): Promise<readonly Finding[]> {
  const facts = new PremisFacts();
  const say = (requirement: string, line: number, message: string, level: Finding['level'] = 'SHOULD'): Finding => {
    return { requirement, level, path: file.path, ...(line === 0 ? {} : { line }), message };
  };
  try {
    const decoder = new XmlDecoder();
    for await (const chunk of await file.open()) facts.write(decoder.decode(chunk));
    facts.write(decoder.end());
    facts.end();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return [say('SILLOK-PREMIS-MALFORMED', 0, `the document cannot be read: ${reason}`, 'MUST')];
  }
  const broken = facts.troubles.map(({ line, message }) => say('SILLOK-PREMIS-MALFORMED', line, message, 'MUST'));
  if (broken.length > 0) return broken;
  return facts.events.flatMap((event) => saidOf(event, facts).map(([code, message]) => say(code, event.line, message)));
}

function saidOf(event: PremisEvent, { known, eventsOfObjects }: PremisFacts): readonly (readonly [string, string])[] {
  const { id, type, agents, objects } = event;
  const said: (readonly [string, string])[] = [];
  if (agents.length === 0) said.push(['SILLOK-PREMIS-EVENT-AGENT', `nobody is named who did the event "${id}"`]);
  if (objects.length === 0 && !eventsOfObjects.has(id))
    said.push(['SILLOK-PREMIS-EVENT-OBJECT', `the event "${id}" names no object, and no object names it`]);
  if (type.includes('_'))
    said.push(['SILLOK-PREMIS-EVENT-TYPE', `the event type "${type}" has an underscore for a space`]);
  const lost = [...agents.filter((one) => !known.agent.has(one)), ...objects.filter((one) => !known.object.has(one))];
  return [...said, ...lost.map((one) => ['SILLOK-PREMIS-LINK', `"${one}" of the event "${id}" is not there`] as const)];
}
