import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { SillokError } from '@sillok/kernel';
import type { RenderAnswer, RenderJob } from './render-job.ts';

/** One forked child that sets one paper at a time. */
export interface RenderWorker {
  readonly pid: number | undefined;
  isAlive(): boolean;
  /**
   * Throws SillokError: DOCUMENT_RENDERER_TIMEOUT when the time is over (the child is killed: a compile cannot be
   * cancelled), DOCUMENT_RENDERER_FAILED when the child ends before it answers.
   */
  run(job: RenderJob, timeoutMs: number): Promise<RenderAnswer>;
  stop(): Promise<void>;
}

export function startRenderWorker(): RenderWorker {
  const child = fork(new URL('./render-child.ts', import.meta.url), {
    serialization: 'advanced',
    // Nothing of the parent's environment: neither secrets nor proxies are a typesetter's business.
    env: {},
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Without a listener the error of a child that cannot be started would end the parent; its job hears of it itself.
  child.on('error', () => undefined);
  // A child that is dying takes a while to be seen dead; the job that it failed knows first.
  let hasFailed = false;
  const isAlive = () =>
    !hasFailed && child.exitCode === null && child.signalCode === null && !child.killed && child.connected;
  return {
    pid: child.pid,
    isAlive,
    run: (job, timeoutMs) =>
      answerOf(child, job, timeoutMs).catch((error: unknown) => {
        hasFailed = true;
        throw error;
      }),
    async stop() {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function answerOf(child: ChildProcess, job: RenderJob, timeoutMs: number): Promise<RenderAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onEnd).off('error', onEnd);
      finish();
    };
    const onMessage = (answer: RenderAnswer) => settle(() => resolve(answer));
    const onEnd = () => settle(() => reject(failed('the typesetter ended before it answered')));
    const onLate = () => {
      child.kill('SIGKILL');
      settle(() =>
        reject(new SillokError('DOCUMENT_RENDERER_TIMEOUT', 'the paper took too long', { details: { timeoutMs } })),
      );
    };
    const timer = setTimeout(onLate, timeoutMs);
    child.on('message', onMessage).on('exit', onEnd).on('error', onEnd);
    if (!child.connected) return onEnd();
    child.send(job, (error) => {
      if (error !== null) onEnd();
    });
  });
}

function failed(message: string): SillokError {
  return new SillokError('DOCUMENT_RENDERER_FAILED', message);
}
