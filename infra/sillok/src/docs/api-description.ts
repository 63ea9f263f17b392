import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, loopbackFetch, looseInputsOf, openApiDocument, type Route } from '@sillok/http-service';
import { createRenderer } from '@sillok/official-document';
import { createTrustService } from '@sillok/outbound';
import { softwareSigner, timestampClient } from '@sillok/signatures';
import { openInstitution } from '../composition/institution.ts';

/** The one description of all services' routes (OpenAPI 3.1), from the very routes that an institution serves. */
export async function apiDescription(): Promise<string> {
  const routes = await routesOfAnInstitution();
  const loose = looseInputsOf(routes);
  if (loose.length > 0) throw new TypeError(`these inputs would swallow unknown members: ${loose.join(', ')}`);
  return `${JSON.stringify(await openApiDocument(routes), null, 2)}\n`;
}

/** Nobody is asked while an institution opens, so its addresses lead nowhere. */
async function routesOfAnInstitution(): Promise<readonly Route[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-docs-'));
  await mkdir(join(folder, 'keys'));
  const clock = { now: () => new Date().toISOString() };
  const nowhere = 'http://nowhere.invalid';
  const renderer = createRenderer({ children: 1 });
  try {
    const institution = await openInstitution({
      id: 'institution',
      name: 'Institution',
      languages: ['en'],
      folder,
      clock,
      logger: createLogger({ file: join(folder, 'log.jsonl') }),
      renderer,
      signer: softwareSigner({ keys: { get: () => undefined } }),
      trust: createTrustService({ roots: [], ocspUrl: nowhere, crlUrls: [], fetch, clock }),
      timestamps: timestampClient({ url: nowhere, fetch }),
      oidc: { issuer: nowhere, clientId: 'institution', clientSecret: 'nothing', fetch: loopbackFetch },
      ledgerKey: generateKeyPairSync('ed25519').privateKey,
      witnessKey: generateKeyPairSync('ed25519').privateKey,
      neighbours: [],
      founder: { keyId: 'nobody', controlClass: 'none' },
      addressBook: { find: () => undefined },
      isArchives: true,
      fetch,
    });
    await institution.close();
    return institution.routes;
  } finally {
    await renderer.close();
    await rm(folder, { recursive: true, force: true });
  }
}
