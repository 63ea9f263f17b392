import { mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/**
 * JSON lines for operators. Nothing of a request but its operation and outcome gets in, and of an error its kind, code
 * and place but never its message: messages quote what people wrote.
 */
export function createLogger(options: LoggerOptions): Logger {
  return loggerTo(appendingTo(options), options.level);
}

/** Line by line and at once: pino's own buffered file would wait for ever, at the end, for room on a full disk. */
function appendingTo({ file, onFault }: LoggerOptions): DestinationStream {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'a');
  return {
    write(line) {
      try {
        writeSync(handle, line);
      } catch (error) {
        // A log that cannot be written must not end the work it tells of.
        onFault?.(error);
      }
    },
  };
}

export interface LoggerOptions {
  readonly file: string;
  readonly level?: string;
  /** Told when lines are lost, such as on a full disk. */
  readonly onFault?: (error: unknown) => void;
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
