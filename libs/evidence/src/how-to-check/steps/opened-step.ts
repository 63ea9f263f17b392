import type { Step } from '../step.ts';

export const openedStep: Step = {
  title: 'What was sealed in an event is what is said to have been',
  before: [
    'Names, titles and opinions lie in the log encrypted, field by field (AES-256-GCM). For this package they were opened: metadata/other/opened.jsonl has, for each, event, field, key and value. A key opens this one field.',
    'GCM encrypts as CTR from counter 2 on; the last 16 bytes are its tag. The leaf covers the encrypted value, so whoever made the log could not have put another one in its place. A value of which no key is listed stays sealed: its key was destroyed.',
  ],
  commands: String.raw`(
set -e -o pipefail
export LC_ALL=C
bytes() { text=$(cat); while test $((\${#text} % 4)) != 0; do text="$text="; done; printf %s "$text" | tr -- -_ +/ | base64 -d; }
find . -name opened.jsonl > ../openings
while IFS= read -r opened; do
  while IFS= read -r line; do
    event=$(printf %s "$line" | sed 's/^{"event":"\([^"]*\)".*/\1/')
    field=$(printf %s "$line" | sed 's/^{"event":"[^"]*","field":"\([^"]*\)".*/\1/')
    key=$(printf %s "$line" | sed 's/^{"event":"[^"]*","field":"[^"]*","key":"\([0-9a-f]*\)".*/\1/')
    value=$(printf %s "$line" | sed 's/^{"event":"[^"]*","field":"[^"]*","key":"[0-9a-f]*","value":\(.*\)}$/\1/')
    sealed=$(grep -F ",\"id\":\"$event\",\"log\":" "$(dirname "$opened")/history.jsonl" |
      grep -o "\"$field\":{\"ciphertext\":\"[^\"]*\",\"commitment\":\"[^\"]*\",\"keyName\":\"[^\"]*\",\"nonce\":\"[^\"]*\"}" | tail -n 1)
    nonce=$(printf %s "$sealed" | sed 's/.*"nonce":"\([^"]*\)"}$/\1/' | bytes | od -An -v -tx1 | tr -d ' \n')
    printf %s "$sealed" | sed 's/.*{"ciphertext":"\([^"]*\)".*/\1/' | bytes | head -c -16 > ../encrypted
    shown=$(openssl enc -aes-256-ctr -d -K "$key" -iv "\${nonce}00000002" -in ../encrypted | sed 's/ *$//')
    test "$shown" = "$value"
  done < "$opened"
done < ../openings
echo 'opened values: OK'
)`.replaceAll('\\${', '${'),
  after: [],
};
