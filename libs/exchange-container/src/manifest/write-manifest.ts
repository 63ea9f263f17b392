import { createHash } from 'node:crypto';
import type { ContainerFile } from '../container-file.ts';
import { asicNamespace, cadesType, dsigNamespace, ownNamespace, sha256Uri, signatureName } from './manifest-names.ts';

/**
 * ASiCManifest (EN 319 162-1 annex A.4): the signature, then each file with its SHA-256, the first as the root file.
 * The instant of the container stands in it too, so that the times of the zip are covered by the signature.
 */
export function writeManifest(files: readonly ContainerFile[], modifiedAt: string): Uint8Array {
  return Buffer.concat([...pieces(files, modifiedAt)].map((piece) => Buffer.from(piece)));
}

function* pieces(files: readonly ContainerFile[], modifiedAt: string): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<asic:ASiCManifest xmlns:asic="${asicNamespace}" xmlns:ds="${dsigNamespace}">\n`;
  yield `  <asic:SigReference URI="${signatureName}" MimeType="${cadesType}"/>\n`;
  for (const [index, file] of files.entries()) yield* reference(file, index === 0);
  yield '  <asic:ASiCManifestExtensions>\n    <asic:Extension Critical="false">\n';
  yield `      <sillok:Container xmlns:sillok="${ownNamespace}" modifiedAt="${escaped(modifiedAt)}"/>\n`;
  yield '    </asic:Extension>\n  </asic:ASiCManifestExtensions>\n</asic:ASiCManifest>\n';
}

function* reference(file: ContainerFile, isRoot: boolean): Generator<string> {
  const root = isRoot ? ' Rootfile="true"' : '';
  const digest = createHash('sha256').update(file.bytes).digest('base64');
  yield `  <asic:DataObjectReference URI="${escaped(uriOf(file.name))}" MimeType="${escaped(file.mediaType)}"${root}>\n`;
  yield `    <ds:DigestMethod Algorithm="${sha256Uri}"/>\n    <ds:DigestValue>${digest}</ds:DigestValue>\n`;
  yield '  </asic:DataObjectReference>\n';
}

/** A name as a relative URI (RFC 3986): each part percent-encoded. */
function uriOf(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);
}
