import process from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { createRenderer } from './create-renderer.ts';
import type { RenderJob } from './render-job.ts';
import { createRenderPool, type RenderPool, type RenderPoolOptions } from './render-pool.ts';
import { stampsTemplate } from './templates.ts';
import { koreanLetter } from './testing/sample-papers.ts';

const pools: RenderPool[] = [];
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

function poolWith(options: Partial<RenderPoolOptions> = {}): RenderPool {
  const pool = createRenderPool({ children: 1, timeoutMs: 30_000, recycleAfter: 100, ...options });
  pools.push(pool);
  return pool;
}

function stampJob(text: string): RenderJob {
  const stamps = [{ kind: 'text', width: 80, height: 14, text }];
  const created = { year: 2026, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  const data = JSON.stringify({ country: 'kr', language: 'ko', created, stamps });
  return { kind: 'stamps', template: stampsTemplate, data, createdAt: 0 };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function onlyProcess(pool: RenderPool): number {
  const [pid] = pool.processes();
  if (pid === undefined) throw new Error('the pool has no child');
  return pid;
}

describe('the render pool', () => {
  it('starts nothing before the first job, and leaves nothing behind', async () => {
    const pool = poolWith();
    expect(pool.processes()).toEqual([]);
    await pool.run(stampJob('가'));
    const pid = onlyProcess(pool);
    expect(isRunning(pid)).toBe(true);
    await pool.close();
    expect(isRunning(pid)).toBe(false);
    await expect(pool.run(stampJob('나'))).rejects.toMatchObject({ code: 'DOCUMENT_RENDERER_FAILED' });
  });

  it('lets jobs wait their turn when all children are busy', async () => {
    const pool = poolWith();
    const answers = await Promise.all(['가', '나', '다', '라'].map((text) => pool.run(stampJob(text))));
    expect(answers.every((answer) => 'done' in answer)).toBe(true);
    expect(pool.processes()).toHaveLength(1);
  });

  it('fails the job of a killed child and sets the next one in a new child', async () => {
    const pool = poolWith();
    const failing = expect(pool.run(stampJob('비밀'))).rejects.toMatchObject({
      code: 'DOCUMENT_RENDERER_FAILED',
      message: expect.not.stringContaining('비밀'),
      details: {},
    });
    const waiting = pool.run(stampJob('나'));
    const pid = onlyProcess(pool);
    process.kill(pid, 'SIGKILL');
    await failing;
    expect('done' in (await waiting)).toBe(true);
    expect(onlyProcess(pool)).not.toBe(pid);
  });

  it('replaces a child that died while it was idle', async () => {
    const pool = poolWith();
    await pool.run(stampJob('가'));
    process.kill(onlyProcess(pool), 'SIGKILL');
    await expect.poll(() => pool.processes()).toEqual([]);
    expect('done' in (await pool.run(stampJob('나')))).toBe(true);
  });

  it('kills the child of a job that takes too long', async () => {
    const pool = poolWith({ timeoutMs: 1 });
    const running = pool.run(stampJob('가'));
    const pid = onlyProcess(pool);
    await expect(running).rejects.toMatchObject({ code: 'DOCUMENT_RENDERER_TIMEOUT', details: { timeoutMs: 1 } });
    expect(isRunning(pid)).toBe(false);
  });

  it('replaces a child after its share of jobs', async () => {
    const pool = poolWith({ recycleAfter: 1 });
    await pool.run(stampJob('가'));
    expect(pool.processes()).toEqual([]);
    expect('done' in (await pool.run(stampJob('나')))).toBe(true);
  });

  it('fails what runs and what waits when it is closed', async () => {
    const pool = poolWith();
    const jobs = [pool.run(stampJob('가')), pool.run(stampJob('나'))];
    const outcomes = Promise.allSettled(jobs);
    const pid = onlyProcess(pool);
    await pool.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(isRunning(pid)).toBe(false);
  });

  it('names the character that slipped through to the typesetter', async () => {
    const pool = poolWith();
    const answer = await pool.run({
      kind: 'paper',
      template: stampsTemplate,
      data: stampJob('가😀\ue000').data,
      createdAt: 0,
    });
    expect(answer).toMatchObject({ missing: { character: '😀', count: 2 } });
  });

  it('says nothing of the text when a template fails', async () => {
    const pool = poolWith();
    expect(await pool.run({ ...stampJob(''), data: '{"secret":"비밀"}' })).toMatchObject({ failed: 'template' });
  });
});

describe('a renderer', () => {
  it('is lazy and can be closed unused, and refuses papers afterwards', async () => {
    const renderer = createRenderer({ children: 2 });
    await renderer.close();
    await expect(renderer.paper(koreanLetter)).rejects.toMatchObject({ code: 'DOCUMENT_RENDERER_FAILED' });
  });
});
