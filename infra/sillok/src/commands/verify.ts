import { noAnchors } from '@sillok/evidence/verifying';
import { SillokError, type Verdict } from '@sillok/kernel';
import { readOptions, userPath } from '../command-options.ts';
import { wrongUse } from '../verify/input-file.ts';
import { printReport } from '../verify/print-report.ts';
import { readTrust } from '../verify/read-trust.ts';
import { verifyPath } from '../verify/verify-path.ts';

export const summary =
  'Verify a document, a statement, an evidence container, a proof, a log, a package, a receipt, or a folder of them.';

export const usage = `usage: sillok verify PATH [--trust FILE] [--json]

PATH is one of
  a PDF                     its seals, timestamps and revisions
  a statement               NN-….json with its .p7s beside it
  an evidence container     evidence.asice
  an exchange message       exchange.asice, or the digitisation.asice of a scanned letter
  an acknowledgement        acknowledgements/NN-….json with its .p7s beside it
  a proof                   NN-….tlog-proof, its event beside it (.json) or in events.jsonl one folder up
  an exported log           events.jsonl with checkpoint/checkpoint and checkpoint/leaves beside it, and where
                            witnesses vouched for it checkpoint/cosigned
  a package                 a submission or an archival package (E-ARK): zip, tar or a folder with METS.xml
  a receipt                 receipt/NN-….json of the archives with its .p7s beside it
  a folder                  as sillok life leaves it: each artifact, and whether they agree

--trust FILE  what you trust, from elsewhere than the input; each a path relative to FILE:
              {"roots": […PEM], "witnesses": […keys of log and witnesses], "checkpoint": newest known,
               "crls": […DER], "ocsp": […DER]}
              Without it nothing is passed, at best indeterminate. Nothing is fetched from anywhere.
--json        print {"kind", "verdict", "questions", "artifacts"} instead of a list

exit codes    0 passed, 1 failed, 3 indeterminate, 2 asked wrongly
`;

const exitCodes: Readonly<Record<Verdict, number>> = { passed: 0, failed: 1, indeterminate: 3 };

export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, { trust: { type: 'string' }, json: { type: 'boolean', default: false } });
  if (options === undefined) return 2;
  const { values, positionals } = options;
  try {
    const anchors = values.trust === undefined ? noAnchors : readTrust(userPath(values.trust));
    const report = await verifyPath(pathIn(positionals), anchors);
    console.log(values.json ? JSON.stringify(report) : printReport(report));
    return exitCodes[report.verdict];
  } catch (error) {
    if (!(error instanceof SillokError) || error.code !== 'input-invalid') throw error;
    console.error(`sillok verify: ${error.field === undefined ? '' : `${error.field}: `}${error.message}`);
    return 2;
  }
}

function pathIn([path, ...more]: readonly string[]): string {
  if (path === undefined || more.length > 0) throw wrongUse('exactly one path is needed', 'PATH');
  return userPath(path);
}
