import { createHash } from 'node:crypto';
import { questionsOfAuthorityStatement } from '@sillok/evidence';
import { loopbackFetch } from '@sillok/http-service';
import type { RecordedEvent } from '@sillok/journal';
import type { Question } from '@sillok/kernel';
import { signedBy, signedStatements } from '@sillok/schemas/statements/authority-statement';
import { verifyCades } from '@sillok/signatures/verifying';
import { catalogue } from '../../../infra/sillok/src/composition/all-events.ts';
import type { Institution } from '../../../infra/sillok/src/composition/institution.ts';
import type { House } from './house.ts';

/** Everything that the directory of an institution ever said, from the store itself. */
export async function directoryEventsOf({ log }: Institution): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const stored of log.store.readAll()) {
    if (stored.type.startsWith('directory.')) events.push(catalogue.decode(stored));
  }
  return events;
}

/** The statement of an event with its signature, as they were kept. */
export async function statementOf({ log }: Institution, event: RecordedEvent) {
  const { address, index, ...named } = signedBy.parse(event.envelope.data['signedBy']);
  const kept = await log.institutionContents.get('statements', address);
  const found = signedStatements.parse(JSON.parse(new TextDecoder().decode(kept)))[index];
  const bytes = new TextEncoder().encode(found?.statement);
  return { ...named, bytes, signature: new Uint8Array(Buffer.from(found?.signature ?? '', 'base64')) };
}

/** What anybody can ask of an event with its statement, who trusts nothing but the country's root. */
export async function questionsAbout(
  { country }: Pick<House, 'country'>,
  institution: Institution,
  event: RecordedEvent,
  envelope = event.envelope,
): Promise<readonly Question[]> {
  const { bytes, signature, certificateDigest } = await statementOf(institution, event);
  const { questions, signer } = verifyCades(signature, {
    digest: createHash('sha256').update(bytes).digest(),
    trust: { roots: [country.authority.root], crls: await revocationLists(country.port), ocsp: [] },
    provenAt: envelope.recordedAt,
    signingTime: 'required',
  });
  const opened = await institution.log.journalOf('directory').open(event);
  const isNamed = signer?.certificateDigest === certificateDigest;
  return [
    ...questions,
    { question: 'signed by whom the event names', verdict: isNamed ? 'passed' : 'failed' },
    ...questionsOfAuthorityStatement(envelope, bytes, opened),
  ];
}

async function revocationLists(port: number): Promise<readonly Uint8Array[]> {
  const lists = ['root.crl', 'issuing.crl'].map((name) => loopbackFetch(`http://trust.localhost:${port}/${name}`));
  return Promise.all((await Promise.all(lists)).map(async (list) => new Uint8Array(await list.arrayBuffer())));
}
