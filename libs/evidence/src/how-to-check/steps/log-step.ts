import type { Step } from '../step.ts';

export const logStep: Step = {
  title: 'Every event of the history is in the log of the sender',
  before: [
    'metadata/other/history.jsonl has one event a line, just as it lies in the log. The log is a Merkle tree (RFC 9162): the leaf of a line is the SHA-256 of a zero byte and the line, a node that of a one byte and its two children.',
    'metadata/other/proofs has a proof for each event: its place in the log, the hashes beside its path to the root, and below an empty line a checkpoint: the name of the log, how many events it had, the root, and signatures over these three lines.',
    'The key of the log, log.vkey, must come to you from outside, such as from a witness. It is one line: name, id and Ed25519 key.',
  ],
  commands: String.raw`(
set -e -o pipefail
export LC_ALL=C
sha() { openssl dgst -sha256 -binary | base64; }
name=$(cut -d + -f 1 ../log.vkey)
id=$(cut -d + -f 2 ../log.vkey)
{ printf '\060\052\060\005\006\003\053\145\160\003\041\000'; cut -d + -f 3- ../log.vkey | base64 -d | tail -c +2; } > ../log.der
signed() { # whether the log signed the checkpoint in ../note
  sed '/^$/,$d' ../note > ../text
  sed '1,/^$/d' ../note | while read -r dash who signature; do
    test "$who" = "$name" || continue
    test "$(printf %s "$signature" | base64 -d | head -c 4 | od -An -v -tx1 | tr -d ' \n')" = "$id" || continue
    printf %s "$signature" | base64 -d | tail -c +5 > ../signature
    openssl pkeyutl -verify -pubin -keyform DER -inkey ../log.der -rawin -in ../text -sigfile ../signature > /dev/null && echo yes
  done | grep -q yes
}
included() { # the line on standard input, by the proof "$1"
  sed '1,/^$/d' "$1" > ../note
  if ! cmp -s ../note ../known-note; then signed; cp ../note ../known-note; fi
  at=$(sed -n 's/^index //p' "$1"); end=$(($(sed -n 2p ../note) - 1)); node=$(sha)
  test "$at" -le "$end"
  for beside in $(sed -n '/^index /,/^$/{/^index /d;/^$/d;p}' "$1"); do
    test "$end" -gt 0
    if test $((at % 2)) = 1 || test "$at" = "$end"; then
      node=$({ printf '\001'; printf %s "$beside" | base64 -d; printf %s "$node" | base64 -d; } | sha)
      while test $((at % 2)) = 0 && test "$at" -gt 0; do at=$((at / 2)); end=$((end / 2)); done
    else
      node=$({ printf '\001'; printf %s "$node" | base64 -d; printf %s "$beside" | base64 -d; } | sha)
    fi
    at=$((at / 2)); end=$((end / 2))
  done
  test "$end" = 0
  test "$node" = "$(sed -n 3p ../note)"
}
rm -f ../known-note
find . -name history.jsonl > ../histories
while IFS= read -r history; do
  while IFS= read -r line; do
    event=$(printf %s "$line" | sed -n 's/.*,"id":"\([^"]*\)","log":".*/\1/p')
    { printf '\000'; printf %s "$line"; } > ../leaf
    included "$(dirname "$history")/proofs/$event.tlog-proof" < ../leaf
  done < "$history"
done < ../histories
echo 'log: OK'
)`,
  after: [],
};
