import { AsyncLocalStorage } from 'node:async_hooks';
import { pino, type DestinationStream } from 'pino';

/** What is bound to every line written while a piece of work runs. */
export interface LogContext {
  readonly tenantId?: string;
  readonly actor?: string;
  readonly trace?: string;
}

const context = new AsyncLocalStorage<LogContext>();

/** Runs `work` with these facts on each line it logs. */
export function withLogContext<T>(facts: LogContext, work: () => T): T {
  return context.run({ ...context.getStore(), ...facts }, work);
}

/** Keys whose values never reach a log, at the top or one level down. */
export const REDACTED_KEYS = ['password', 'token', 'secret', 'authorization', 'cookie', 'payload', 'connectionString'] as const;

type Facts = Readonly<Record<string, unknown>>;

/** Structured log. The first argument is a literal event name, `area.what-happened`, by which lines are found. */
export interface Log {
  debug(event: string, facts?: Facts): void;
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}

/** A log that writes JSON lines to standard output, or to `destination`. */
export function createLog(options: { name: string; level: string; destination?: DestinationStream }): Log {
  const redact = REDACTED_KEYS.flatMap((key) => [key, `*.${key}`]);
  const logger = pino({ name: options.name, level: options.level, redact, base: { name: options.name }, mixin: () => ({ ...context.getStore() }) }, options.destination ?? process.stdout);
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, facts: Facts = {}): void =>
      logger[level]({ event, ...serialise(facts) });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function serialise(facts: Facts): Facts {
  if (!(facts['error'] instanceof Error)) return facts;
  return { ...facts, error: describe(facts['error']) };
}

function describe(error: Error): Facts {
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause instanceof Error ? { cause: describe(error.cause) } : {};
  return { ...code, name: error.name, message: error.message, stack: error.stack, ...cause };
}
