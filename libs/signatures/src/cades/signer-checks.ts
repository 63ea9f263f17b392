import { verifies } from '../algorithms.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { sameOctets } from '../der/octet-order.ts';
import { oid } from '../der/oids.ts';
import type { ReadSignedData } from './read-signed-data.ts';
import { attributesToSign } from './signed-data.ts';

/** The certificate that the SignerInfo names by issuer and serial. */
export function signerCertificate(
  signed: Pick<ReadSignedData, 'issuer' | 'serialDer'>,
  certificates: readonly Certificate[],
): Certificate | undefined {
  return certificates.find(
    (one) => sameOctets(one.issuer, signed.issuer) && sameOctets(one.serialDer, signed.serialDer),
  );
}

const hashOfSignature: Readonly<Record<string, string>> = {
  [oid.ecdsaSha256]: oid.sha256,
  [oid.ecdsaSha384]: oid.sha384,
  [oid.ecdsaSha512]: oid.sha512,
  [oid.rsaSha256]: oid.sha256,
  [oid.rsaSha384]: oid.sha384,
  [oid.rsaSha512]: oid.sha512,
};

const rsaByHash: Readonly<Record<string, string>> = {
  [oid.sha256]: oid.rsaSha256,
  [oid.sha384]: oid.rsaSha384,
  [oid.sha512]: oid.rsaSha512,
};

/** Whether the key of the certificate made the signature value over the signed attributes (RFC 5652 §5.6). */
export function signedCorrectly(signed: ReadSignedData, signer: Certificate): boolean {
  if (signer.publicKey === undefined) return false;
  const algorithm = algorithmOf(signed);
  if (algorithm === undefined || hashOfSignature[algorithm] !== signed.digestAlgorithm) return false;
  return verifies(algorithm, signer.publicKey, attributesToSign(signed.signedAttributes), signed.signature);
}

// RFC 5754 §3.2 lets RSA signers write rsaEncryption; the digest algorithm then says the hash.
function algorithmOf(signed: ReadSignedData): string | undefined {
  const { signatureAlgorithm, digestAlgorithm } = signed;
  return signatureAlgorithm === oid.rsaEncryption ? rsaByHash[digestAlgorithm] : signatureAlgorithm;
}
