import { type DestinationStream, destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/**
 * JSON lines for operators. Nothing of a request but its operation and outcome gets in, and of an error its kind, code
 * and place but never its message: messages quote what people wrote.
 */
export function createLogger(options: { readonly file: string; readonly level?: string }): Logger {
  return loggerTo(destination({ dest: options.file, mkdir: true, append: true, sync: false }), options.level);
}

export function loggerTo(stream: DestinationStream, level = 'info'): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError, req: () => undefined, res: () => undefined },
    },
    stream,
  );
}

/** An error without its words. */
export function describeError(error: unknown): { kind: string; code?: string; at?: string[]; cause?: unknown } {
  if (!(error instanceof Error)) return { kind: typeof error };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    at: at.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
