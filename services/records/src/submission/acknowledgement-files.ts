import { signedAcknowledgement } from '@sillok/schemas/api/distribution/exchange';
import type { RecordsContext } from '../context.ts';
import type { ItemFile } from './item-file.ts';

export interface KeptAcknowledgement {
  readonly documentId: string;
  readonly address: string;
  readonly eventId: string;
  readonly createdAt: string;
  /** Without an ending: `data/acknowledgements/01-arrive`. */
  readonly path: string;
}

/** The statement as it was signed, and its signature (DER) beside it. */
export function acknowledgementFiles(
  { contents }: Pick<RecordsContext, 'contents'>,
  { documentId, address, eventId, createdAt, path }: KeptAcknowledgement,
): readonly ItemFile[] {
  const signed = async () => signedAcknowledgement.parse(await contents.getJson(documentId, address));
  const name = path.slice(path.lastIndexOf('/') + 1);
  const common = { role: 'acknowledgement', eventId, createdAt } as const;
  return [
    {
      ...common,
      path: `${path}.json`,
      mediaType: 'application/json',
      originalName: `${name}.json`,
      read: async () => new TextEncoder().encode((await signed()).statement),
    },
    {
      ...common,
      path: `${path}.p7s`,
      mediaType: 'application/pkcs7-signature',
      originalName: `${name}.p7s`,
      read: async () => new Uint8Array(Buffer.from((await signed()).signature, 'base64')),
    },
  ];
}
