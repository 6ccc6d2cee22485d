import { AsyncLocalStorage } from 'node:async_hooks';
import { pino, type DestinationStream } from 'pino';
import { redact } from './redact.js';

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
  const logger = pino({ name: options.name, level: options.level, base: { name: options.name }, mixin: () => ({ ...context.getStore() }) }, options.destination ?? process.stdout);
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, facts: Facts = {}): void =>
      logger[level]({ event, ...(redact(facts) as Facts) });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
