import type { Step } from '../step.ts';

export const wholeStep: Step = {
  title: 'Nothing was left out of the history of a record, and nothing added',
  before: [
    'The last event of a record, records.HistoryClosed.v1, lists every stream of the log in which something was said of it: how many events, which revision was the last, and the leaf of that one. The event itself is in the log, as you have seen.',
  ],
  commands: String.raw`(
set -e -o pipefail
export LC_ALL=C
for history in representations/*/metadata/other/history.jsonl; do
  test -e "$history" || continue
  closing=$(tail -n 1 "$history")
  case $closing in *'"type":"records.HistoryClosed.v1"}') ;; *) exit 1 ;; esac
  sed '$d' "$history" > ../before
  all=0
  while IFS= read -r listed; do
    events=$(printf %s "$listed" | sed 's/^{"events":\([0-9]*\),.*/\1/')
    leaf=$(printf %s "$listed" | sed 's/.*"leaf":"\([0-9a-f]*\)".*/\1/')
    stream=$(printf %s "$listed" | sed 's/.*"stream":"\([^"]*\)".*/\1/')
    grep -F "\"stream\":\"$stream\",\"type\":" ../before > ../stream
    test "$(wc -l < ../stream)" = "$events"
    test "$({ printf '\000'; tail -n 1 ../stream | tr -d '\n'; } | sha256sum | cut -d ' ' -f 1)" = "$leaf"
    all=$((all + events))
  done < <(printf %s "$closing" | grep -o '{"events":[0-9]*,"leaf":"[0-9a-f]*","revision":[0-9]*,"stream":"[^"]*","whole":[a-z]*}')
  test "$all" = "$(wc -l < ../before)"
  test "$all" -gt 0
done
echo 'histories: OK'
)`,
  after: [],
};
