import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { PackageLimits } from '../limits.ts';
import { type Building, building } from './building.ts';
import type { MetsElement } from './mets-element.ts';
import { attributeName, metsNamespace } from './namespaces.ts';

/** A file or metadata section, and the elements around it from the root down. */
export interface Section {
  readonly element: MetsElement;
  readonly ancestors: readonly MetsElement[];
}

export interface Trouble {
  readonly requirement: string;
  readonly line: number;
  readonly message: string;
}

const streamed = new Set(['file', 'dmdSec', 'techMD', 'rightsMD', 'sourceMD', 'digiprovMD']);
const worded = new Set(['name', 'note', 'altRecordID']);
const maxText = 64 * 1024;
const maxTroubles = 100;

/**
 * Reads METS as it comes: files and metadata sections are handed over one by one and forgotten, headers, groups and
 * divisions are kept. What metadata is wrapped inside is passed by. No entity of the document's own is ever resolved.
 */
export class MetsReader {
  root: MetsElement | undefined;
  readonly troubles: Trouble[] = [];
  readonly sections: Section[] = [];
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #open: Building[] = [];
  readonly #limits: PackageLimits;
  readonly #onElement: (element: MetsElement, parent: MetsElement | undefined) => void;
  /** How deep we are in what is none of METS. */
  #foreign = 0;
  #kept = 0;
  /** What was kept when the section now open began: it is let go as a whole. */
  #keptBefore = 0;
  /** Characters since the last tag. */
  #sinceTag = 0;
  #isOver = false;

  constructor(limits: PackageLimits, onElement: (element: MetsElement, parent: MetsElement | undefined) => void) {
    this.#limits = limits;
    this.#onElement = onElement;
    this.#parser.on('opentag', (tag) => {
      this.#sinceTag = 0;
      this.#start(tag);
    });
    this.#parser.on('closetag', () => {
      this.#sinceTag = 0;
      this.#end();
    });
    this.#parser.on('doctype', () => this.#trouble('SILLOK-XML-DOCTYPE', 'a document type declaration is not taken'));
    this.#parser.on('error', (error) => this.#trouble('SILLOK-XML-MALFORMED', sentenceOf(error)));
  }

  /** False where reading on makes no sense. */
  write(text: string): boolean {
    if (this.#isOver) return false;
    this.#sinceTag += text.length;
    this.#parser.write(text);
    if (this.#sinceTag > this.#limits.metsTag) {
      this.#trouble('SILLOK-LIMIT-TAG', `after more than ${this.#limits.metsTag} characters no tag has ended`);
      this.#isOver = true;
    }
    return !this.#isOver;
  }

  end(): void {
    if (!this.#isOver) this.#parser.close();
  }

  #start(tag: SaxesTagNS): void {
    if (this.#isOver) return;
    const isForeign = this.#foreign > 0 || tag.uri !== metsNamespace;
    if (isForeign && this.#open.length > 0) {
      this.#foreign += 1;
      return;
    }
    if (isForeign || (this.#open.length === 0 && tag.local !== 'mets')) {
      this.#trouble(
        'SILLOK-METS-ROOT',
        `the root element is ${tag.name} of "${tag.uri}", not mets of ${metsNamespace}`,
      );
      this.#isOver = true;
      return;
    }
    this.#open.push(building(tag.local, this.#parser.line, attributesOf(tag)));
    this.#opened();
  }

  #opened(): void {
    const element = this.#open.at(-1);
    if (element === undefined) return;
    this.root ??= element;
    if (streamed.has(element.name) && !this.#isInside(element)) this.#keptBefore = this.#kept;
    if (worded.has(element.name)) this.#listen(element);
    if (this.#open.length > this.#limits.metsDepth) {
      this.#trouble('SILLOK-LIMIT-DEPTH', `elements lie more than ${this.#limits.metsDepth} deep`);
      this.#isOver = true;
    }
    this.#onElement(element, this.#open.at(-2));
  }

  #listen(element: Building): void {
    const add = (text: string) => {
      if (element.text.length < maxText) element.text += text;
    };
    this.#parser.on('text', add);
    this.#parser.on('cdata', add);
  }

  #end(): void {
    if (this.#isOver) return;
    if (this.#foreign > 0) {
      this.#foreign -= 1;
      return;
    }
    const element = this.#open.pop();
    if (element === undefined) return;
    this.#parser.off('text');
    this.#parser.off('cdata');
    this.#closed(element);
  }

  #closed(element: Building): void {
    const parent = this.#open.at(-1);
    if (streamed.has(element.name) && !this.#isInside(element)) {
      this.sections.push({ element, ancestors: [...this.#open] });
      this.#kept = this.#keptBefore;
      if (parent !== undefined) parent.streamed += 1;
    } else if (this.#kept < this.#limits.metsElements) {
      this.#kept += 1;
      parent?.children.push(element);
    } else {
      this.#isOver = true;
      this.#trouble('SILLOK-LIMIT-METS', `only ${this.#limits.metsElements} groups and divisions are looked at`);
    }
  }

  /** Whether a section lies around it: METS lets a file hold files. */
  #isInside(element: Building): boolean {
    return this.#open.some((one) => one !== element && streamed.has(one.name));
  }

  #trouble(requirement: string, message: string): void {
    if (this.troubles.length < maxTroubles) this.troubles.push({ requirement, line: this.#parser.line, message });
  }
}

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  return new Map(
    Object.values(tag.attributes)
      .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
      .map(({ uri, local, value }) => [attributeName(uri, local), value]),
  );
}

function sentenceOf(error: Error): string {
  return error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
}
