import { randomUUID } from 'node:crypto';
import { AppError } from '@tenon/kernel';
import type { Log } from './log.js';

/** A fault of the program, by where it happened: nothing of what it said, which may be a person's. */
export interface NotedFault {
  /** Under which event it stands in the log. */
  readonly event: string;
  /** The operation of the schema or the job in which it happened; empty where neither is known. */
  readonly operation: string;
  /** Its code, and what lies behind it by its name and code. */
  readonly label: string;
  /** The first place in our own sources, `path:line`; empty where there is none. */
  readonly frame: string;
  /** By which its line in the log is found. */
  readonly trace: string;
}

const OWN_PLACE = /((?:apps|packages)\/[\w./-]+\.(?:ts|tsx|mjs|js)):(\d+)/;
const NOT_OURS = /node_modules|packages\/kernel\/src\/errors/;
const PLAIN = /^[\w.:$ -]{1,80}$/;

/** A log whose errors are noted too, each with a mark by which its line is found. */
export function notingFaults(log: Log, note: (fault: NotedFault) => void): Log {
  const error: Log['error'] = (event, facts = {}) => {
    if (!(facts['error'] instanceof Error)) return log.error(event, facts);
    const trace = newMark();
    note({ event, operation: operationOf(facts), ...describeFault(facts['error']), trace });
    log.error(event, { ...facts, fault: trace });
  };
  return { ...log, error };
}

function operationOf({ path, job }: Readonly<Record<string, unknown>>): string {
  const name = typeof path === 'string' ? path.split('.')[0] : job;
  return typeof name === 'string' ? plain(name) : '';
}

/** A mark by which a line is found in the log. */
export function newMark(): string {
  return randomUUID().slice(0, 8);
}

/** An error by its names and codes and the first place of ours, with nothing of what it says. */
export function describeFault(error: Error): Pick<NotedFault, 'label' | 'frame'> {
  let root = error;
  while (root.cause instanceof Error) root = root.cause;
  const code = 'code' in root && typeof root.code === 'string' ? root.code : '';
  const parts = error instanceof AppError ? [error.code, ...(root === error ? [] : [root.name, code])] : [root.name, code];
  return { label: plain(parts.filter((part) => part !== '').join(' ')), frame: frameOf(root) || frameOf(error) };
}

/** Names and codes are few and short; what is neither is somebody's text. */
const plain = (text: string): string => (PLAIN.test(text) ? text : 'OTHER');

function frameOf({ stack = '' }: Error): string {
  const own = stack.split('\n').find((line) => line.trimStart().startsWith('at ') && OWN_PLACE.test(line) && !NOT_OURS.test(line));
  const [, file = '', line = ''] = own === undefined ? [] : (OWN_PLACE.exec(own) ?? []);
  return file && `${file}:${line}`;
}
