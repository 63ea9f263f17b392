import type { Step } from './step.ts';
import { documentsStep } from './steps/documents-step.ts';
import { filesStep } from './steps/files-step.ts';
import { logStep } from './steps/log-step.ts';
import { openedStep } from './steps/opened-step.ts';
import { sealStep } from './steps/seal-step.ts';
import { statementsStep } from './steps/statements-step.ts';
import { wholeStep } from './steps/whole-step.ts';

/** What the page says of the package in which it lies. */
export interface CheckedPackage {
  /** The name of the root folder. */
  readonly packageId: string;
  readonly label: string;
  /** Who handed the records over, and who keeps them. */
  readonly sender: string;
  readonly archives: string;
}

/**
 * `documentation/how-to-check.html`: how anybody checks content, seals and history of a package with unzip, xmllint,
 * openssl, the GNU core utilities and a PDF reader alone. Static HTML in UTF-8, without a script or anything from
 * elsewhere; every command stands in a `pre` and can be run as it is.
 */
export function howToCheck({ packageId, label, sender, archives }: CheckedPackage): Uint8Array {
  const steps = [
    unzipStep(packageId),
    filesStep,
    sealStep,
    documentsStep,
    statementsStep,
    logStep,
    wholeStep,
    openedStep,
  ];
  const page = [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><title>How to check this package</title>',
    '<meta name="viewport" content="width=device-width"><style>',
    'body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}',
    'pre{overflow-x:auto;padding:1rem;border:1px solid #767676;font:.85rem/1.4 monospace}',
    '</style></head><body><main>',
    '<h1>How to check this package</h1>',
    `<p>${text(label)}. Handed over by ${text(sender)}, kept by ${text(archives)}.</p>`,
    ...introduction.map((sentence) => `<p>${text(sentence)}</p>`),
    ...steps.flatMap(section),
    '</main></body></html>',
    '',
  ];
  return new TextEncoder().encode(page.join('\n'));
}

const introduction = [
  'You need no program of the archives, and none of the sender: unzip, xmllint, openssl (3.0 or newer), bash, the GNU core utilities and a PDF reader.',
  'Put into an empty folder: this package as package.zip, the certificate of the root authority as root.pem, and the key of the log as log.vkey. Ask for the last two where you trust the answer; whoever forged a package would have put forged ones in.',
  'Run the commands one after the other. Each prints OK at its end; where it does not, what was checked is not as it was sealed.',
];

function unzipStep(packageId: string): Step {
  return {
    title: 'Unpack',
    before: ['The package has one folder, named as the package itself.'],
    commands: `unzip -q package.zip && cd ${shellWord(packageId)} && echo 'unpacked: OK'`,
    after: [],
  };
}

function shellWord(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function section({ title, before, commands, after }: Step, index: number): readonly string[] {
  return [
    `<h2>${index + 1}. ${text(title)}</h2>`,
    ...before.map((sentence) => `<p>${text(sentence)}</p>`),
    `<pre>${text(commands)}</pre>`,
    ...after.map((sentence) => `<p>${text(sentence)}</p>`),
  ];
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
