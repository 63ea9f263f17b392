import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signDetached } from '@sillok/test-support';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTrust } from '../../../infra/sillok/src/verify/read-trust.ts';
import type { Report } from '../../../infra/sillok/src/verify/report.ts';
import { verifyPath } from '../../../infra/sillok/src/verify/verify-path.ts';
import { people, sampleContainer, sampleManifest, sampleStatements, sealedPaper, signedAt } from './sample-evidence.ts';
import { type Files, type SampleFolder, sampleFolder, writeFiles } from './sample-folder.ts';
import { checkpointOf, exportedLog, proofOf, treeOf } from './sample-log.ts';

let sample: SampleFolder;
let other: SampleFolder;
beforeAll(async () => {
  sample = await sampleFolder();
  other = await sampleFolder('다른 문서');
});

type Changes = Readonly<Record<string, Uint8Array | string | undefined>>;

/** Verifies a folder in which some files are others, or gone. */
async function verify(changes: Changes, path = ''): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-verify-'));
  try {
    const kept = Object.entries({ ...sample.files, ...sample.trust, ...changes }).filter(
      ([, one]) => one !== undefined,
    );
    await writeFiles(folder, Object.fromEntries(kept) as Files);
    return await verifyPath(join(folder, path), readTrust(join(folder, 'trust.json')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function worse(report: Report): readonly string[] {
  return report.questions
    .filter((one) => one.verdict !== 'passed')
    .map(({ question, verdict, reason, detail }) => `${verdict} ${question} ${reason}${detail ? ` (${detail})` : ''}`);
}

function bytesAt(path: string): Buffer {
  return Buffer.from(sample.files[path] ?? '');
}

function changed(path: string, from: string, to: string): Buffer {
  const text = bytesAt(path).toString('latin1');
  expect(text).toContain(Buffer.from(from).toString('latin1'));
  return Buffer.from(text.replace(Buffer.from(from).toString('latin1'), Buffer.from(to).toString('latin1')), 'latin1');
}

function exported(lines: readonly Uint8Array[], checkpoint: string): Changes {
  const { events, leaves, checkpoint: note } = exportedLog(lines, checkpoint);
  return { 'events.jsonl': events, 'checkpoint/leaves': leaves, 'checkpoint/checkpoint': note };
}

describe('a folder as it was exported', () => {
  it('passes, each artifact of it, and says what it did not ask about', async () => {
    const report = await verify({});
    expect(worse(report)).toEqual([]);
    expect(report).toMatchObject({ kind: 'folder', verdict: 'passed' });
    expect(report.artifacts?.map(({ path, kind, verdict }) => `${path} ${kind} ${verdict}`)).toEqual([
      'document.pdf pdf passed',
      'events.jsonl log passed',
      'evidence.asice evidence passed',
      'manifest.json manifest passed',
      'proof/01-submitted.tlog-proof proof passed',
      'proof/02-approved.tlog-proof proof passed',
      'statements/01-submitted.json statement passed',
      'statements/02-approved.json statement passed',
      'summary.json summary passed',
    ]);
    expect(report.notAsked).toEqual(['readme.txt', 'trust.json']);
  });

  const single = ['document.pdf', 'evidence.asice', 'events.jsonl'];
  const proven = ['statements/01-submitted.json', 'statements/02-approved.p7s', 'proof/02-approved.tlog-proof'];
  it.each([...single, ...proven])('passes %s by itself', async (path) => {
    const report = await verify({}, path);
    expect(worse(report)).toEqual([]);
    expect(report.verdict).toBe('passed');
  });

  it.each(Object.keys({ 'document.pdf': 1, 'manifest.json': 1, 'evidence.asice': 1, 'events.jsonl': 1 }))(
    'is undecided without %s',
    async (path) => {
      expect(worse(await verify({ [path]: undefined }))).toContain(
        `indeterminate ${path}: present SIGNED_DATA_NOT_FOUND (it was not found)`,
      );
    },
  );
});

describe('what is trusted', () => {
  const trusting = async (change: (trust: Record<string, unknown>) => unknown, more: Changes = {}, path = '') => {
    const trust: Record<string, unknown> = JSON.parse(String(sample.trust['trust.json']));
    return verify({ ...more, 'trust.json': JSON.stringify(change(trust)) }, path);
  };
  const rooted = ['document.pdf', 'evidence.asice', 'statements/01-submitted.json', ''];

  it.each(rooted)(
    'leaves %j undecided without a root, under another root, and without revocation data',
    async (path) => {
      const none = await trusting((trust) => ({ ...trust, roots: [] }), {}, path);
      const stranger = await verify({ 'trust/root-0.pem': other.trust['trust/root-0.pem'] }, path);
      const unasked = await trusting((trust) => ({ ...trust, crls: [] }), {}, path);
      expect([none.verdict, stranger.verdict, unasked.verdict]).toEqual(Array(3).fill('indeterminate'));
      expect(worse(none).join()).toContain('NO_CERTIFICATE_CHAIN_FOUND (no root was given)');
      expect(worse(stranger).join()).toContain('NO_CERTIFICATE_CHAIN_FOUND (no path to a given root)');
      // Without it the container proves no time either.
      expect(worse(unasked).join()).toMatch(/TRY_LATER|NO_POE/);
    },
  );

  it.each(['events.jsonl', 'proof/01-submitted.tlog-proof', ''])(
    'leaves %j undecided under other witnesses, or where one line has no known key',
    async (path) => {
      const stranger = other.trust['trust/witness-0.vkey'];
      const unknown = await trusting(
        ({ checkpoint: _, ...trust }) => trust,
        { 'trust/witness-2.vkey': stranger },
        path,
      );
      const alone = { witnesses: ['trust/witness-0.vkey'], checkpoint: undefined };
      const others = await trusting((trust) => ({ ...trust, ...alone }), { 'trust/witness-0.vkey': stranger }, path);
      expect([unknown.verdict, others.verdict]).toEqual(['indeterminate', 'indeterminate']);
      expect(worse(unknown).join()).toContain('1 lines by unknown keys');
      expect(worse(others).join()).toContain('NO_SIGNING_CERTIFICATE_FOUND');
    },
  );

  it.each([
    ['1002', 'document.pdf: seal: revocation REVOKED'],
    ['1002', 'container: revocation REVOKED'],
    ['2001', 'statements/01-submitted.json: revocation REVOKED'],
    ['2002', 'statements/02-approved.json: revocation REVOKED'],
  ])('fails what certificate %s signed, which was revoked before: %s', async (serial, expected) => {
    const revoked = [{ serial, at: '2016-01-01T00:00:00.000Z', reason: 'keyCompromise' as const }];
    const [, list] = sample.who.pki.crls('2016-06-01T00:00:00.000Z', '2049-01-01T00:00:00.000Z', revoked);
    const report = await verify({ 'trust/list-1.crl': list });
    expect(report.verdict).toBe('failed');
    expect(worse(report).join('\n')).toContain(expected);
  });
});

describe('statements', () => {
  it('fail where one was swapped for another', async () => {
    const report = await verify({
      'statements/01-submitted.json': sample.files['statements/02-approved.json'],
      'statements/01-submitted.p7s': sample.files['statements/02-approved.p7s'],
    });
    expect(worse(report)).toContain('failed statements: each names all before it SIG_CONSTRAINTS_FAILURE');
    expect(worse(report).join()).toContain('agreement: evidence holds the statements');
  });

  it('fail where an opinion was changed, alone and in the folder', async () => {
    const path = 'statements/02-approved.json';
    const changes = { [path]: changed(path, '이견 없음', '이견 많음') };
    expect(worse(await verify(changes, path))).toContain('failed message-digest HASH_FAILURE');
    expect(worse(await verify(changes))).toContain(`failed ${path}: message-digest HASH_FAILURE`);
  });

  it('fail where another person signed what one person said', async () => {
    const digest = createHash('sha256').update(bytesAt('statements/01-submitted.json')).digest();
    const stranger = signDetached(sample.who.approver, digest, signedAt);
    const report = await verify({ 'statements/01-submitted.p7s': stranger }, 'statements/01-submitted.json');
    expect(report.verdict).toBe('failed');
    expect(worse(report)).toContain(
      'failed signed by whom it names SIG_CONSTRAINTS_FAILURE (the certificate is another)',
    );
  });

  it('are undecided where nothing shows when they were signed', async () => {
    const report = await verify({ 'evidence.asice': undefined }, 'statements/01-submitted.json');
    expect(worse(report)[0]).toContain('indeterminate chain NO_POE');
  });

  it('fail where one was taken away, and are undecided where only its signature is left', async () => {
    const report = await verify({ 'statements/01-submitted.json': undefined });
    expect(worse(report)).toContain('failed statements: each names all before it SIG_CONSTRAINTS_FAILURE');
    expect(worse(report).join()).toContain('statements/01-submitted.p7s: present');
  });
});

describe('papers', () => {
  it('fail where the document was replaced by another sealed one', async () => {
    const report = await verify({ 'document.pdf': await sealedPaper(sample.who, otherPaper(), 'Budget-12') });
    const text = worse(report).join('\n');
    expect(text).toContain('failed document.pdf: frozen-paper HASH_FAILURE');
    expect(text).toContain('failed statements: the approved paper is this one HASH_FAILURE');
    expect(text).toContain('failed agreement: evidence holds document.pdf HASH_FAILURE');
  });

  it('fail where the printed number is not the registered one', async () => {
    const { 'document.pdf': pdf = '' } = sample.files;
    const paper = Buffer.from(pdf).subarray(0, paperLength());
    const report = await verify({ 'document.pdf': await sealedPaper(sample.who, paper, 'Budget-13') });
    expect(worse(report).join()).toContain('agreement: number SIG_CONSTRAINTS_FAILURE (Budget-13');
  });

  it.each(['junk', '%%EOF', '\n\n'])('fail where %j was appended', async (junk) => {
    const pdf = Buffer.concat([bytesAt('document.pdf'), Buffer.from(junk)]);
    expect((await verify({ 'document.pdf': pdf }, 'document.pdf')).verdict).toBe('failed');
    expect((await verify({ 'document.pdf': pdf })).verdict).toBe('failed');
  });

  it('are undecided where nobody sealed them', async () => {
    const frozen = bytesAt('document.pdf').subarray(0, paperLength());
    const report = await verify({ 'document.pdf': frozen }, 'document.pdf');
    expect(worse(report)).toEqual(['indeterminate signed NO_SIGNATURE (no field holds a signature)']);
  });

  it('fail where the manifest tells something else', async () => {
    const report = await verify({ 'manifest.json': changed('manifest.json', '예산', '결산') });
    expect(worse(report).join()).toContain('manifest.json: entries HASH_FAILURE (the entry title');
    const another = await verify({ 'manifest.json': other.files['manifest.json'] });
    expect(worse(another).join()).toContain('manifest.json: named by the statements HASH_FAILURE');
  });
});

describe('evidence containers', () => {
  it('fail where they were sealed again around other statements', async () => {
    const frozen = bytesAt('document.pdf').subarray(0, paperLength());
    const manifest = sampleManifest(frozen, '다른 제목');
    const statements = sampleStatements(sample.who, frozen, manifest.digest);
    const parts = { pdf: bytesAt('document.pdf'), manifest: manifest.bytes, statements };
    const proof = Buffer.from(sample.files['proof/01-submitted.tlog-proof'] ?? '').toString();
    const changes = { 'evidence.asice': await sampleContainer(sample.who, { ...parts, proof }) };
    expect((await verify(changes, 'evidence.asice')).verdict).toBe('passed');
    const text = worse(await verify(changes)).join();
    expect(text).toContain('failed agreement: evidence holds the statements');
    expect(text).toContain('failed agreement: evidence holds manifest.json');
  });

  it('fail where another key sealed the container than the document', async () => {
    const statements = sampleStatements(sample.who, otherPaper(), 'a'.repeat(64));
    const { pki } = people();
    const foreign = { ...sample.who, pki };
    const parts = { pdf: bytesAt('document.pdf'), manifest: bytesAt('manifest.json'), statements, proof: '' };
    const report = await verify({ 'evidence.asice': await sampleContainer(foreign, parts) }, 'evidence.asice');
    expect(worse(report).join()).toContain('failed one seal SIG_CONSTRAINTS_FAILURE');
  });
});

describe('logs', () => {
  const without = (index: number) => sample.lines.filter((_, place) => place !== index);

  it('name the event that was changed', async () => {
    const changes = { 'events.jsonl': changed('events.jsonl', '"display":"Budget-12"', '"display":"Budget-13"') };
    const expected = 'failed leaves HASH_FAILURE (event 5 is the first that is not the one of its leaf)';
    expect(worse(await verify(changes, 'events.jsonl'))).toContain(expected);
    expect(worse(await verify(changes)).join()).toContain('events.jsonl: leaves HASH_FAILURE (event 5');
  });

  it('name the event that was taken out, also where its leaf went with it', async () => {
    const changes = exported(without(2), sample.checkpoint);
    const { 'checkpoint/leaves': leaves } = sample.files;
    const kept = await verify({ ...changes, 'checkpoint/leaves': leaves }, 'events.jsonl');
    expect(worse(kept)).toContain('failed leaves HASH_FAILURE (event 2 is the first that is not the one of its leaf)');
    const gone = worse(await verify(changes, 'events.jsonl'));
    expect(gone).toContain('failed order FORMAT_FAILURE (event 2 is the first that does not follow)');
    expect(gone).toContain('failed root HASH_FAILURE (7 events are here, the checkpoint has 8)');
  });

  it('name the event that was put in', async () => {
    const [first] = sample.lines;
    const lines = [...sample.lines.slice(0, 3), first ?? Buffer.from(''), ...sample.lines.slice(3)];
    const report = worse(await verify(exported(lines, sample.checkpoint), 'events.jsonl'));
    expect(report).toContain('failed order FORMAT_FAILURE (event 3 is the first that does not follow)');
    expect(report).toContain('failed root HASH_FAILURE (the root is another)');
    expect(report).toContain('failed size HASH_FAILURE (event 8 is the first that the checkpoint does not have)');
  });

  it('fail under the checkpoint of another log, whoever signed it', async () => {
    const foreign = await checkpointOf(sample.tree, sample.signers, 'ministry.example/other');
    const report = worse(await verify({ 'checkpoint/checkpoint': foreign }, 'events.jsonl'));
    expect(report.join()).toContain('failed newest-checkpoint SIG_CONSTRAINTS_FAILURE (it is of the log');
    const log = worse(await verify({ 'checkpoint/checkpoint': other.files['checkpoint/checkpoint'] }, 'events.jsonl'));
    expect(log).toContain('failed root HASH_FAILURE (the root is another)');
  });

  it('fail where they end before the newest known checkpoint, or went another way', async () => {
    const shorter = sample.lines.slice(0, 7);
    const older = await checkpointOf(treeOf(shorter), sample.signers);
    const cut = worse(await verify(exported(shorter, older), 'events.jsonl'));
    expect(cut).toEqual([
      'failed newest-checkpoint SIG_CONSTRAINTS_FAILURE (it ends before event 7, of which 8 are known)',
    ]);
    const [first = Buffer.from('')] = other.lines.slice(7);
    const forked = [...sample.lines.slice(0, 7), Buffer.concat([first])];
    const fork = await checkpointOf(treeOf([...forked.slice(0, 6), first, first]), sample.signers);
    expect(worse(await verify(exported(forked, fork), 'events.jsonl')).join()).toContain('HASH_FAILURE');
  });

  it('are not passed where the trusted checkpoint is the damaged one', async () => {
    const damaged = sample.checkpoint.replace('— archives', '— archivez');
    const trusted = await verify({ 'trust/checkpoint': damaged.replace('1741000', '1741001') }, 'events.jsonl');
    expect(worse(trusted).join()).toContain('indeterminate newest-checkpoint NO_POE (the one that is known does not');
    const both = { 'trust/checkpoint': damaged, 'checkpoint/checkpoint': damaged };
    expect(worse(await verify(both, 'events.jsonl')).join()).toContain('1 lines by unknown keys');
  });

  it('pass with the cosigned checkpoint of an earlier size, and fail where it is of another history', async () => {
    const { lines, signers } = sample;
    const cosigned = await checkpointOf(treeOf(lines.slice(0, 5)), signers);
    const passed = await verify({ 'checkpoint/cosigned': cosigned }, 'events.jsonl');
    expect(passed.verdict, worse(passed).join()).toBe('passed');
    const whole = await verify({ 'checkpoint/cosigned': cosigned });
    expect(whole.verdict, worse(whole).join()).toBe('passed');
    const [first = new Uint8Array(0)] = lines;
    const forked = await checkpointOf(treeOf([...lines.slice(0, 4), first]), signers);
    expect(worse(await verify({ 'checkpoint/cosigned': forked }, 'events.jsonl')).join()).toContain(
      'failed cosigned: root HASH_FAILURE',
    );
    expect(worse(await verify({ 'checkpoint/cosigned': forked })).join()).toContain('cosigned: root HASH_FAILURE');
  });

  it('are undecided without a checkpoint or without leaf hashes', async () => {
    expect((await verify({ 'checkpoint/checkpoint': undefined }, 'events.jsonl')).verdict).toBe('indeterminate');
    expect((await verify({ 'checkpoint/leaves': undefined }, 'events.jsonl')).verdict).toBe('indeterminate');
  });
});

describe('summaries', () => {
  const path = 'summary.json';
  it.each([
    ['"valid": true', '"valid": false', 'valid'],
    ['event-0002', 'event-0001', 'steps'],
    ['DocumentApproved', 'DocumentReturned', 'steps'],
    ['Budget-12', 'Budget-13', 'number'],
    ['"sha256": "', '"sha256": "0', 'digest'],
    ['"valid"', ' "valid"', 'form'],
  ])('fail where %s became %s', async (from, to, question) => {
    expect(worse(await verify({ [path]: changed(path, from, to) })).join()).toContain(
      `failed summary.json: ${question} `,
    );
  });
});

describe('proofs', () => {
  const path = 'proof/01-submitted.tlog-proof';
  const proof = () => Buffer.from(sample.files[path] ?? '').toString();

  it('pass with the event beside them and no log at hand', async () => {
    const alone = { 'events.jsonl': undefined, 'proof/01-submitted.json': sample.lines[2] };
    expect(worse(await verify(alone, path))).toEqual([]);
  });

  it('are undecided without the event', async () => {
    const report = worse(await verify({ 'events.jsonl': undefined }, path));
    expect(report).toEqual(['indeterminate event SIGNED_DATA_NOT_FOUND (event 2 is not at hand)']);
  });

  it('fail for another event, another index and in another document', async () => {
    const alone = { 'events.jsonl': undefined, 'proof/01-submitted.json': sample.lines[3] };
    expect(worse(await verify(alone, path)).join()).toContain('failed inclusion HASH_FAILURE');
    const index = proof().replace('index 2', 'index 3');
    expect(worse(await verify({ [path]: index }, path)).join()).toContain('failed inclusion HASH_FAILURE');
    const foreign = proofOf(sample.tree, 0, sample.checkpoint);
    expect(worse(await verify({ [path]: foreign })).join()).toContain('of this document SIG_CONSTRAINTS_FAILURE');
  });

  it('are undecided where they carry what nothing vouches for', async () => {
    const extra = proof().replace('index 2', 'extra AAAA\nindex 2');
    expect(worse(await verify({ [path]: extra }, path)).join()).toContain('indeterminate extra NO_POE');
  });

  it('need the log where their checkpoint is older than the newest known', async () => {
    const tree = treeOf(sample.lines.slice(0, 7));
    const older = proofOf(tree, 2, await checkpointOf(tree, sample.signers));
    expect(worse(await verify({ [path]: older }, path))).toEqual([]);
    const alone = { [path]: older, 'events.jsonl': undefined, 'proof/01-submitted.json': sample.lines[2] };
    expect(worse(await verify(alone, path)).join()).toContain('indeterminate newest-checkpoint NO_POE');
  });
});

function paperLength(): number {
  const statement = JSON.parse(bytesAt('statements/01-submitted.json').toString());
  return statement.paper.bytes;
}

function otherPaper(): Uint8Array {
  const frozen = bytesAt('document.pdf').subarray(0, paperLength()).toString('latin1');
  return Buffer.from(frozen.replace('q Q', 'Q q'), 'latin1');
}
