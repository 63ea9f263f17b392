import type { PlannedFile } from '@sillok/archival-package';
import { text } from './evidence-of-history.ts';

/** What lies where, for whoever opens the package by hand; the archives keep the page, so it tells of their package too. */
export function documentationFiles(createdAt: string): readonly PlannedFile[] {
  return [{ path: 'documentation/contents.txt', mediaType: 'text/plain', createdAt, content: () => text(contents) }];
}

const contents = `METS.xml               all files of this package with their SHA-256
signature/metadata     the seal over the bytes of METS.xml, of whoever made this package: METS.xml.p7s (detached
                       CAdES, DER); the sender makes a submission, the archives make what they preserve of it
metadata/descriptive   the folder in Dublin Core
metadata/preservation  what was done with it, in PREMIS 3
metadata/other         the folder's own history, and the newest checkpoint of the log it comes from (C2SP)
  In what the archives preserve also:
  submission           METS.xml of the sender with its seal, and the descriptions that it came with
  inspection           what the archives found when they looked at the submission, and what they decided
  receipts             what they said to the sender, each with its signature
documentation          this page; in what the archives preserve also how-to-check.html, which needs no program of theirs
schemas                JSON Schemas of the envelope and of every event type that occurs in the histories
representations        one folder for each record:
  data/erms.xml                    the record in its folder (CITS ERMS 3.0)
  data/document.pdf, data/scan.*   the record itself
  data/attachments                 what belongs to it
  data/evidence.asice              statements and signatures of those who approved it (ASiC-E)
  data/exchange.asice              of a document that came from outside: the message as it came
  data/acknowledgements            what was answered, each with its signature
  data/dispatched                  of a document that was sent: each message, and what came back
  data/digitisation.asice          of a letter on paper: who made the scan, and how
  metadata/preservation            what was done with it, in PREMIS 3
  metadata/other/history.jsonl     its history: each line is one event, and its bytes are a leaf of the log (RFC 6962)
  metadata/other/opened.jsonl      what lies sealed in the events, with the AES-256-GCM key that opens each value
  metadata/other/proofs            that each event is in the log (C2SP tlog-proof)
`;
