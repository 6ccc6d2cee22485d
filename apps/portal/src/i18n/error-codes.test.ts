import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import errors from '../../messages/zh-CN/errors.json';
import refusals from '../../messages/zh-CN/refusals.json';

const REPOSITORY = fileURLToPath(new URL('../../../..', import.meta.url));
const LEFT_OUT = /node_modules|\/dist\/|\/generated\/|\/testing\/|\.next|\.test\.tsx?$/;
/** A fault of the program: it reaches people as INTERNAL alone. */
const BUG = /\bbug\(\s*'[A-Z0-9_.]+'/g;
const CODE = /'([A-Z][A-Z0-9_]*\.[A-Z][A-Z0-9_]+)'/g;

/** Said to a machine that lets itself in; its company reads the last beside its key. */
const ANSWERED = 'an answer to a device, and beside its key';

/** In words of its own beside the machine: `campaigns.skipped`. */
const SKIPPED = 'why a machine takes no part in a campaign';

/** What no page can come to show, and where it is read instead. */
const READ_ELSEWHERE: Readonly<Record<string, string>> = {
  'AUDIT.ARGUMENTS': 'a command’s output',
  'AUDIT.LINE': 'a command’s output',
  'AUTH.UNDECLARED': 'a test: each resolver says who may use it',
  'CAMPAIGN.ABORTED': SKIPPED,
  'CAMPAIGN.BEHIND_GATEWAY': SKIPPED,
  'CAMPAIGN.ELSEWHERE': SKIPPED,
  'CAMPAIGN.OTHER_TYPE': SKIPPED,
  'CAMPAIGN.RETIRED': SKIPPED,
  'CAMPAIGN.RUNS_IT': SKIPPED,
  'CHILD.NOT_YET': 'an answer to a device, which sends again',
  'DEMO.NOT_REFUSED': 'the output of npm start',
  'DEMO.NO_COMPANY': 'the output of npm start',
  'ENERGY.INTERVAL_INVALID': 'a job’s log: the meaning of a metric was checked when it was given',
  'ENV.INVALID': 'the output of a process that does not start',
  'GATEWAY.NAME_TAKEN': '/readyz',
  'GATEWAY.STARTING': '/readyz, and an answer to a device',
  'ERASURE.NOT_DUE': 'a job’s log: whoever asks for an erasure looks before whether it is due',
  'EXPORT.ARGUMENTS': 'a command’s output',
  'EXPORT.KEY': 'a command’s output',
  'EXPORT.KEYS': 'a command’s output',
  'EXPORT.MANIFEST': 'a command’s output',
  'EXPORT.NOT_A_BUNDLE': 'a command’s output',
  'EXPORT.OVER': 'a job’s log: it is tried again, and finds that there is nothing left to do',
  'EXPORT.STALLED': 'why an export came to nothing, beside it in the database',
  'HTTP.BAD_REQUEST': 'an answer to a device or program',
  'HTTP.HEADERS_TOO_LARGE': 'an answer to a device or program',
  'HTTP.NOT_FOUND': 'an answer to a device or program',
  'HTTP.NOTHING_YET': 'an answer to a device',
  'HTTP.TOO_SLOW': 'an answer to a device or program',
  'INGEST.BUSY': 'an answer to a device',
  'INGEST.NOT_READ': 'an answer to a device',
  'JOB.TIMED_OUT': 'a job’s log',
  'MQTT.SUBPROTOCOL': 'an answer to a device',
  'PROVISION.ALREADY': ANSWERED,
  'PROVISION.BAD_CERTIFICATE': ANSWERED,
  'PROVISION.BAD_JSON': ANSWERED,
  'PROVISION.CERTIFICATE_NOT_FREE': ANSWERED,
  'PROVISION.COMPANY_SUSPENDED': ANSWERED,
  'PROVISION.CREDENTIALS_NOT_SUPPORTED': ANSWERED,
  'PROVISION.KEY_EXPIRED': ANSWERED,
  'PROVISION.KEY_REVOKED': ANSWERED,
  'PROVISION.NAME_TAKEN': ANSWERED,
  'PROVISION.NOT_FOUND': ANSWERED,
  'PROVISION.NOT_LISTED': ANSWERED,
  'PROVISION.NOT_YET': ANSWERED,
  'PROVISION.REFUSED': ANSWERED,
  'PROVISION.TOKEN_NOT_FREE': ANSWERED,
  'PROVISION.TOO_MANY': ANSWERED,
  'PROVISION.WEAK_PASSWORD': ANSWERED,
  'PROVISION.WEAK_TOKEN': ANSWERED,
  'PROVISION.WRONG_SECRET': ANSWERED,
  'QUEUE.UNAVAILABLE': '/readyz',
  'ROBOT.NOT_TAKEN': 'a job’s log: it is tried again',
  'ROBOT.PAUSED': 'why a delivery ended, beside it in the database',
  'SIGNING_KEY.AMBIGUOUS': 'a command’s output',
  'SIGNING_KEY.ARGUMENTS': 'a command’s output',
  'SIGNING_KEY.MOMENT': 'a command’s output',
  'SIGNING_KEY.NOT_FOUND': 'a command’s output',
  'SIMULATION.OUT_OF_RANGE': 'a simulator’s log',
  'SIMULATION.STEP_INVALID': 'a simulator’s log',
  'STAFF.ARGUMENTS': 'a command’s output',
  'STAFF.ROLE': 'a command’s output',
  'TELEMETRY.BLOCK_DAMAGED': 'a process’s log: roll-ups go on with the other metrics',
  'WORKER.STARTING': '/readyz',
};

function wordedCodes(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    return 'what' in value || 'why' in value ? [prefix + key] : wordedCodes(value as object, `${prefix}${key}.`);
  });
}

function codesOfTheCode(): Set<string> {
  const files = ['apps', 'packages'].flatMap((top) => readdirSync(path.join(REPOSITORY, top), { recursive: true, encoding: 'utf8' }).map((file) => path.join(REPOSITORY, top, file)));
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !LEFT_OUT.test(file)).map((file) => readFileSync(file, 'utf8').replaceAll(BUG, ''));
  return new Set(sources.flatMap((source) => [...source.matchAll(CODE)].map(([, code]) => code!)));
}

it('every code that can reach a person has words', () => {
  const worded = new Set([...wordedCodes(errors), ...wordedCodes(refusals.reasons)]);
  const silent = [...codesOfTheCode()].filter((code) => !worded.has(code));
  expect(silent.sort()).toEqual(Object.keys(READ_ELSEWHERE).sort());
});
