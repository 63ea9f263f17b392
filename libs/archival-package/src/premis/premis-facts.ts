import { SaxesParser } from 'saxes';

/** An event of PREMIS and whom it names. */
export interface PremisEvent {
  readonly id: string;
  readonly type: string;
  readonly line: number;
  readonly agents: readonly string[];
  readonly objects: readonly string[];
}

const namespaces = ['http://www.loc.gov/premis/v3', 'info:lc/xmlns/premis-v2'];
const own = { objectIdentifier: 'object', eventIdentifier: 'event', agentIdentifier: 'agent' } as const;
const links = {
  linkingObjectIdentifier: 'object',
  linkingEventIdentifier: 'event',
  linkingAgentIdentifier: 'agent',
} as const;
type Entity = 'object' | 'event' | 'agent';

/** What a PREMIS document says of who did what to which: identifiers are `type value`, as PREMIS pairs them. */
export class PremisFacts {
  readonly troubles: { readonly line: number; readonly message: string }[] = [];
  readonly events: PremisEvent[] = [];
  readonly known = { object: new Set<string>(), event: new Set<string>(), agent: new Set<string>() };
  /** Events that an object names. */
  readonly eventsOfObjects = new Set<string>();
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #path: string[] = [];
  #text = '';
  #type = '';
  #value = '';
  #named: { own: string; object: string[]; event: string[]; agent: string[] } = nobody();
  #eventType = '';
  #line = 0;

  constructor() {
    this.#parser.on('opentag', ({ local, uri }) => this.#start(local, uri));
    this.#parser.on('closetag', ({ local }) => this.#end(local));
    this.#parser.on('text', (text) => {
      this.#text = text.slice(0, 10_000);
    });
    this.#parser.on('doctype', () => this.#trouble('a document type declaration is not taken'));
    this.#parser.on('error', (error) => this.#trouble(error.message));
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): void {
    this.#parser.close();
  }

  #start(name: string, uri: string): void {
    if (this.#path.length === 0 && (name !== 'premis' || !namespaces.includes(uri)))
      this.#trouble(`the root element is ${name} of "${uri}", not premis`);
    this.#path.push(name);
    this.#text = '';
    if (this.#path.length !== 2) return;
    this.#named = nobody();
    this.#eventType = '';
    this.#line = this.#parser.line;
  }

  #end(name: string): void {
    this.#path.pop();
    if (name.endsWith('IdentifierType')) this.#type = this.#text.trim();
    if (name.endsWith('IdentifierValue')) this.#value = this.#text.trim();
    if (name === 'eventType') this.#eventType = this.#text.trim();
    this.#text = '';
    if (Object.hasOwn(own, name) || Object.hasOwn(links, name)) this.#identifier(name);
    if (this.#path.length === 1) this.#entity(name);
  }

  #identifier(name: string): void {
    const key = `${this.#type} ${this.#value}`;
    const linked: Entity | undefined = Object.entries(links).find(([element]) => element === name)?.[1];
    if (linked !== undefined) this.#named[linked].push(key);
    else if (this.#path.length === 2) this.#named.own = key;
  }

  #entity(name: string): void {
    const { own: id, agent: agents, object: objects, event } = this.#named;
    if (name === 'event') this.events.push({ id, type: this.#eventType, line: this.#line, agents, objects });
    if (name === 'object') for (const one of event) this.eventsOfObjects.add(one);
    if (name === 'object' || name === 'event' || name === 'agent') this.known[name].add(id);
  }

  #trouble(message: string): void {
    if (this.troubles.length < 20) this.troubles.push({ line: this.#parser.line, message });
  }
}

function nobody() {
  return { own: '', object: [], event: [], agent: [] };
}
