import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { judgePremis } from './judge-premis.ts';

const object = `<object><objectIdentifier>${id('object', 'o1')}</objectIdentifier></object>`;
const agent = `<agent><agentIdentifier>${id('agent', 'a1')}</agentIdentifier></agent>`;

function id(name: string, value: string): string {
  return `<${name}IdentifierType>local</${name}IdentifierType><${name}IdentifierValue>${value}</${name}IdentifierValue>`;
}

function event(type: string, ...links: readonly (readonly ['Agent' | 'Object', string])[]): string {
  const named = links.map(
    ([name, value]) => `<linking${name}Identifier>${id(`linking${name}`, value)}</linking${name}Identifier>`,
  );
  return `<event><eventIdentifier>${id('event', 'e1')}</eventIdentifier><eventType>${type}</eventType>${named.join('')}</event>`;
}

async function judged(body: string, root = '<premis xmlns="http://www.loc.gov/premis/v3" version="3.0">') {
  const text = Buffer.from(`${root}${body}</premis>`);
  const file = {
    path: 'premis.xml',
    size: text.length,
    open: async () => Readable.from([text.subarray(0, 40), text.subarray(40)]),
  };
  return (await judgePremis(file)).map(({ requirement, message }) => `${requirement}: ${message}`);
}

describe('judgePremis', () => {
  it('has nothing to say where each event has its agent and its object', async () => {
    expect(await judged(object + event('fixity check', ['Agent', 'a1'], ['Object', 'o1']) + agent)).toEqual([]);
  });

  it('takes an object that names the event as well', async () => {
    const naming = object.replace(
      '</object>',
      `<linkingEventIdentifier>${id('linkingEvent', 'e1')}</linkingEventIdentifier></object>`,
    );
    expect(await judged(naming + event('creation', ['Agent', 'a1']) + agent)).toEqual([]);
  });

  it('tells of events without agent or object, of who is not there, and of underscores', async () => {
    expect(await judged(event('fixity_check') + agent)).toEqual([
      'SILLOK-PREMIS-EVENT-AGENT: nobody is named who did the event "local e1"',
      'SILLOK-PREMIS-EVENT-OBJECT: the event "local e1" names no object, and no object names it',
      'SILLOK-PREMIS-EVENT-TYPE: the event type "fixity_check" has an underscore for a space',
    ]);
    expect(await judged(event('creation', ['Agent', 'a2'], ['Object', 'o2']))).toEqual([
      'SILLOK-PREMIS-LINK: "local a2" of the event "local e1" is not there',
      'SILLOK-PREMIS-LINK: "local o2" of the event "local e1" is not there',
    ]);
  });

  it('tells of what is no PREMIS', async () => {
    expect(await judged('', '<premis>')).toEqual([
      'SILLOK-PREMIS-MALFORMED: the root element is premis of "", not premis',
    ]);
    expect((await judged('<object>'))[0]).toContain('SILLOK-PREMIS-MALFORMED');
  });
});
