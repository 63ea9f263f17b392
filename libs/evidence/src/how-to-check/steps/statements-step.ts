import type { Step } from '../step.ts';

export const statementsStep: Step = {
  title: 'What each person signed',
  before: [
    'evidence.asice, exchange.asice and digitisation.asice are zip files (ASiC-E). META-INF/ASiCManifest.xml lists what they hold and is sealed by META-INF/signature001.p7s.',
    'In evidence.asice the folder statements holds, for each person, what was signed: which paper (its SHA-256 and length), in which role, with which decision and opinion, and all statements before it. The signature lies beside it. In digitisation.asice lies the scan of a letter on paper, sealed when it was made.',
  ],
  commands: String.raw`(
set -e -o pipefail
cms() { openssl cms -verify -binary -inform DER -in "$1" -content "$2" -CAfile ../root.pem -purpose any -signer ../signer.pem -out /dev/null; }
find representations -name '*.asice' > ../containers
while IFS= read -r container; do
  rm -rf ../container
  unzip -q "$container" -d ../container
  manifest=../container/META-INF/ASiCManifest.xml
  cms ../container/META-INF/signature001.p7s "$manifest"
  total=$(xmllint --nonet --xpath 'count(//*[local-name()="DataObjectReference"])' "$manifest")
  for number in $(seq "$total"); do
    one="//*[local-name()='DataObjectReference'][$number]"
    name=$(xmllint --nonet --xpath "string($one/@URI)" "$manifest")
    name=$(printf '%b' "$(printf '%s' "$name" | sed 's/%/\\x/g')")
    test "$(xmllint --nonet --xpath "string($one/*[local-name()='DigestValue'])" "$manifest")" = "$(openssl dgst -sha256 -binary "../container/$name" | base64)"
  done
  for statement in ../container/statements/*.json; do
    test -e "$statement" || continue
    cms "\${statement%json}p7s" "$statement"
    openssl x509 -in ../signer.pem -noout -subject -nameopt utf8,sep_comma_plus_space
  done
  case $container in
    */data/evidence.asice | */data/exchange.asice) cmp ../container/document.pdf "$(dirname "$container")/document.pdf" ;;
    */data/digitisation.asice) for scan in ../container/scan.*; do cmp "$scan" "$(dirname "$container")/$(basename "$scan")"; done ;;
  esac
done < ../containers
find representations -path '*/acknowledgements/*.json' > ../acknowledgements
while IFS= read -r said; do cms "\${said%json}p7s" "$said"; done < ../acknowledgements
echo 'statements: OK'
)`.replaceAll('\\${', '${'),
  after: ['Beside each subject is the certificate under which that person or institution signed.'],
};
