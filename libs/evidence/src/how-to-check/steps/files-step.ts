import type { Step } from '../step.ts';

export const filesStep: Step = {
  title: 'The files are those that METS lists',
  before: [
    'METS.xml lists every file of the package with its SHA-256; each folder in representations has a METS.xml of its own.',
    'The first loop compares every digest, the last lines find a file that no METS speaks of.',
  ],
  commands: String.raw`(
set -e -o pipefail
: > ../named
for mets in METS.xml representations/*/METS.xml; do
  folder=$(dirname "$mets")
  test "$(xmllint --nonet --huge --xpath 'count(//@CHECKSUMTYPE[. != "SHA-256"])' "$mets")" = 0
  xmllint --nonet --huge --xpath '//*[local-name()="file" or local-name()="mdRef"]/@CHECKSUM' "$mets" |
    grep -o '"[^"]*"' | tr -d '"' | tr A-F a-f > ../digests
  xmllint --nonet --huge --xpath '//*[local-name()="FLocat" or local-name()="mdRef"]/@*[local-name()="href"]' "$mets" |
    grep -o '"[^"]*"' | tr -d '"' | sed 's/&amp;/\&/g; s/\\/\\\\/g; s/%/\\x/g' |
    while IFS= read -r name; do printf '%b\n' "$name"; done > ../names
  test "$(wc -l < ../digests)" = "$(wc -l < ../names)"
  sed "s|^|$folder/|" ../names >> ../named
  (cd "$folder"; sed 's/^/*/' "$OLDPWD/../names" | paste -d ' ' "$OLDPWD/../digests" - | sha256sum --check --quiet --strict)
done
sed 's|^\./||' ../named | cat - <(printf '%s\n' METS.xml METS.xml.p7s signature/metadata/METS.xml.p7s) | LC_ALL=C sort -u > ../known
find . -type f | sed 's|^\./||' | LC_ALL=C sort > ../here
LC_ALL=C comm -13 ../known ../here > ../unlisted
cat ../unlisted
test ! -s ../unlisted
echo 'files: OK'
)`,
  after: [
    'A line that ends with FAILED names a file that was changed. A name printed alone is a file that nobody lists.',
  ],
};
