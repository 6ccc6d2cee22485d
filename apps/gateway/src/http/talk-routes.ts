import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DeviceRef, RefusalRecorder } from '@tenon/devices/ingest';
import { machineQuestion } from '@tenon/domain/control';
import { readClaimOffer } from '@tenon/domain/devices';
import { AppError, invalid, MINUTE_MS, SECOND_MS, toAppError, unavailable } from '@tenon/kernel';
import type { StatePost } from '../downlink/state-post.js';
import type { Talk } from '../downlink/talk.js';
import { sendError } from './send-error.js';
import type { Waiting } from './waiting.js';

export interface TalkRouteParts {
  readonly talk: Talk;
  readonly states: StatePost;
  readonly waiting: Waiting;
  readonly refusals: RefusalRecorder;
  /** Judges a token. @throws AppError where it lets nobody in */
  readonly admit: (request: DeviceRequest) => Promise<void>;
}

interface Path { token: string; number?: string }
interface Query { clientKeys?: string; sharedKeys?: string; timeout?: string; version?: string }
type DeviceRequest = FastifyRequest<{ Params: Path; Querystring: Query }>;
type Handler = (device: DeviceRef, request: DeviceRequest, reply: FastifyReply) => Promise<FastifyReply>;

const LONGEST_WAIT_MS = MINUTE_MS;
const USUAL_WAIT_MS = 20 * SECOND_MS;
const NO_MORE = 408;
/** Says which version of the desired state an answer ends with, so that the next request can go on from there. */
const VERSION_HEADER = 'x-tenon-state-version';
const VERSION = /^\d{1,18}$/;

/** What machines ask over HTTP, as ThingsBoard has it: attributes, commands and changes by waiting for them, answers, calls. */
export function addTalkPaths(app: FastifyInstance, parts: TalkRouteParts, onRequest: (request: DeviceRequest) => Promise<void>): void {
  const { talk, waiting } = parts;
  const route = (method: 'GET' | 'POST', path: string, handler: Handler): void => {
    app.route<{ Params: Path; Querystring: Query }>({ method, url: `/api/v1/:token${path}`, onRequest, handler: (request, reply) => handled(parts, request, reply, handler) });
  };
  route('GET', '/attributes', async (device, { query }, reply) => reply.send(await talk.state(device, machineQuestion({ clientKeys: query.clientKeys, sharedKeys: query.sharedKeys }))));
  route('GET', '/attributes/updates', (device, request, reply) => updates(parts, device, request, reply));
  route('GET', '/rpc', async (device, request, reply) => {
    const fetched = await waiting.command(device, waitMs(request.query), goneSignal(request));
    if (!fetched) return nothing(parts, request, reply);
    const { command: { number, method, params }, done } = fetched;
    // Delivered when it left: a request that is gone meanwhile leaves it for the next.
    reply.raw.once('finish', () => done('delivered')).once('close', () => reply.raw.writableFinished || done('lost'));
    return reply.send({ id: number, method, params });
  });
  route('POST', '/claim', async (device, request, reply) => {
    await talk.claim(device, readClaimOffer(bodyText(request)));
    return reply.code(200).send();
  });
  route('POST', '/rpc', async (_device, request, reply) => reply.send(talk.call(bodyText(request))));
  route('POST', '/rpc/:number', async (device, request, reply) => {
    await talk.answer(device, { number: readNumber(request.params.number), text: bodyText(request) });
    return reply.code(200).send();
  });
}

async function updates(parts: TalkRouteParts, device: DeviceRef, request: DeviceRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { states, waiting } = parts;
  const { version } = request.query;
  if (version !== undefined && !VERSION.test(version)) throw invalid('HTTP.BAD_REQUEST', 'The version is the number that an answer before gave.');
  const from = version ?? (await states.version(device));
  const changes = await waiting.changes(device, from, waitMs(request.query), goneSignal(request));
  if (!changes) return nothing(parts, request, reply.header(VERSION_HEADER, from));
  return reply.header(VERSION_HEADER, changes.version).send({ ...changes.values, ...(changes.removed.length > 0 && { deleted: changes.removed }) });
}

/** What is refused is kept, so that the machine's owner sees why. */
async function handled({ refusals }: TalkRouteParts, request: DeviceRequest, reply: FastifyReply, handler: Handler): Promise<FastifyReply> {
  const { device } = request;
  if (!device) return sendError(reply, unavailable('DB.UNAVAILABLE', 'Access tokens cannot be checked just now.'));
  try {
    return await handler(device, request, reply);
  } catch (thrown) {
    const error = toAppError(thrown);
    refusals.record({ device, door: 'http', sample: bodyText(request), error });
    return sendError(reply, error);
  }
}

/** The time is over, or the machine may no longer be here. */
async function nothing({ admit }: TalkRouteParts, request: DeviceRequest, reply: FastifyReply): Promise<FastifyReply> {
  await admit(request);
  return sendError(reply, new AppError('not-found', 'HTTP.NOTHING_YET', 'There was nothing for the machine in this time.'), NO_MORE);
}

function goneSignal({ raw }: DeviceRequest): AbortSignal {
  const gone = new AbortController();
  raw.socket.once('close', () => gone.abort());
  return gone.signal;
}

function waitMs({ timeout }: Query): number {
  const asked = Number(timeout ?? 0);
  if (!Number.isFinite(asked) || asked < 0) throw invalid('HTTP.BAD_REQUEST', 'The timeout is a number of milliseconds.');
  return asked === 0 ? USUAL_WAIT_MS : Math.min(asked, LONGEST_WAIT_MS);
}

function readNumber(text = ''): number {
  const number = Number(text);
  if (!/^\d{1,10}$/.test(text) || number >= 2 ** 31) throw invalid('COMMAND.NOT_SENT', `There was no command ${text.slice(0, 32)} to this machine.`, { number: text.slice(0, 32) });
  return number;
}

function bodyText({ body }: DeviceRequest): string {
  return Buffer.isBuffer(body) ? body.toString('utf8') : '';
}
