import type { Step } from '../step.ts';

export const sealStep: Step = {
  title: 'METS is sealed by the archives, and the records by the sender',
  before: [
    'The seal is a CAdES signature over the exact bytes of METS.xml. It covers all files, since METS holds their digests.',
    'The certificate of the root, root.pem, must come to you from outside: a package cannot vouch for itself. If a certificate has expired since, add -attime with the time of sealing in seconds to each openssl line.',
    'In an archival package the METS of the sender and the seal over it lie in metadata/other/submission. The loop shows that each representation here is, byte for byte, one that the sender sealed.',
  ],
  commands: `(
set -e -o pipefail
seal=signature/metadata/METS.xml.p7s
test -e "$seal" || seal=METS.xml.p7s
openssl cms -verify -binary -inform DER -in "$seal" -content METS.xml -CAfile ../root.pem -purpose any -signer ../signer.pem -out /dev/null
openssl x509 -in ../signer.pem -noout -subject -nameopt utf8,sep_comma_plus_space
sent=metadata/other/submission
if test -e $sent/METS.xml; then
  openssl cms -verify -binary -inform DER -in $sent/METS.xml.p7s -content $sent/METS.xml -CAfile ../root.pem -purpose any -signer ../signer.pem -out /dev/null
  openssl x509 -in ../signer.pem -noout -subject -nameopt utf8,sep_comma_plus_space
  for mets in representations/*/METS.xml; do
    listed=$(xmllint --nonet --huge --xpath "string(//*[local-name()='file'][*/@*[local-name()='href'] = '$mets']/@CHECKSUM)" $sent/METS.xml)
    test "$listed" = "$(sha256sum < "$mets" | cut -d ' ' -f 1)"
  done
fi
echo 'seals: OK'
)`,
  after: ['Compare the names that are printed with those of the archives and of the sender.'],
};
