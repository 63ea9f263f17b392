import type { Step } from '../step.ts';

// No `tail | head`: where head has enough first, the signal that ends tail fails the pipeline, on some runs only.
export const documentsStep: Step = {
  title: 'Each document carries its own seal',
  before: [
    'Open representations/…/data/document.pdf in any PDF reader: it shows what was signed and, in its panel of signatures, the seal.',
    'The same without a reader: the seal lies in the file as hexadecimal digits, and /ByteRange says which bytes around it are sealed. The last seal must leave nothing out. A document that was sent to somebody lawfully without a seal, or one that came on paper, has none, and the loop says so.',
  ],
  commands: String.raw`(
set -e -o pipefail
part() { dd if="$1" bs=64K skip="$2" count="$3" iflag=skip_bytes,count_bytes status=none; }
for pdf in representations/*/data/document.pdf; do
  test -e "$pdf" || continue
  ranges=$(grep -a -o '/ByteRange *\[[0-9 ]*\]' "$pdf" | tr -dc '0-9 \n' || true)
  if test -z "$ranges"; then echo "$pdf: no seal"; continue; fi
  while read -r start length next rest; do
    test "$start" = 0
    end=$((next + rest))
    { part "$pdf" 0 "$length"; part "$pdf" "$next" "$rest"; } > ../sealed
    part "$pdf" "$((length + 1))" "$((next - length - 2))" | tr a-f A-F | basenc --base16 -d > ../seal.p7s
    openssl cms -verify -binary -inform DER -in ../seal.p7s -content ../sealed -CAfile ../root.pem -purpose any -signer ../signer.pem -out /dev/null
    openssl x509 -in ../signer.pem -noout -subject -nameopt utf8,sep_comma_plus_space
  done <<< "$ranges"
  test "$end" = "$(wc -c < "$pdf")"
done
echo 'documents: OK'
)`,
  after: [],
};
