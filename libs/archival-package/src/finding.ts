export type Level = 'MUST' | 'SHOULD' | 'MAY';

export const profileVersions = ['2.0.4', '2.1.0', '2.2.0'] as const;
export type ProfileVersion = (typeof profileVersions)[number];

/** What one requirement has to say about one place. A package without a MUST is valid. */
export interface Finding {
  /** `CSIP…`, `CSIPSTR…`, `SIP…`, `AIPM…`, `DIP…` of the E-ARK profiles, or `SILLOK-…` for what they do not name. */
  readonly requirement: string;
  readonly level: Level;
  /** The file inside the package, relative to its root folder; empty for the package itself. */
  readonly path: string;
  /** Line of that file, from 1; only for what stands in a METS document. */
  readonly line?: number;
  /** Where in the METS document the requirement looks, in the words of the profile. */
  readonly place?: string;
  readonly message: string;
}

/** Every finding in the order of the reading; a requirement that fails too often is counted, not kept. */
export class Findings {
  readonly #kept: Finding[] = [];
  readonly #counts = new Map<string, number>();
  readonly #perRequirement: number;
  #invalid = false;

  constructor(perRequirement: number) {
    this.#perRequirement = perRequirement;
  }

  add(finding: Finding): void {
    const count = (this.#counts.get(finding.requirement) ?? 0) + 1;
    this.#counts.set(finding.requirement, count);
    if (finding.level === 'MUST') this.#invalid = true;
    if (count <= this.#perRequirement) this.#kept.push(finding);
  }

  addAll(findings: Iterable<Finding>): void {
    for (const finding of findings) this.add(finding);
  }

  get isValid(): boolean {
    return !this.#invalid;
  }

  get all(): readonly Finding[] {
    return [...this.#kept, ...this.#uncounted()];
  }

  *#uncounted(): Generator<Finding> {
    for (const [requirement, count] of this.#counts) {
      const more = count - this.#perRequirement;
      if (more > 0) yield { requirement, level: 'MAY', path: '', message: `${more} further findings are not listed` };
    }
  }
}
