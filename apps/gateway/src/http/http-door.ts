import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Admission, DeviceDirectory, DeviceRef, RefusalRecorder } from '@tenon/devices/ingest';
import { notFound } from '@tenon/kernel';
import type { Registry } from '@tenon/runtime';
import type { MessageKeyRepository, Pressure, TelemetryIngest } from '@tenon/telemetry/ingest';
import { letGoWhenClosing, patience, registerHealth } from '@tenon/http';
import type { StatePost } from '../downlink/state-post.js';
import type { PackageDesk } from '../ota/package-desk.js';
import type { Talk } from '../downlink/talk.js';
import { overRate, tooLarge, type Inbox } from '../inbox/inbox.js';
import type { RateLimiter } from '../inbox/rate-limiter.js';
import type { Provisioning } from '../provisioning/provisioning.js';
import { addProvisionPath } from './provision-route.js';
import { addPackagePaths } from './package-routes.js';
import { sendError } from './send-error.js';
import { LINE_TYPES } from './stream-route.js';
import { takeData } from './take-data.js';
import { addTalkPaths } from './talk-routes.js';
import type { Waiting } from './waiting.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The machine whose token stands in the path. */
    device: DeviceRef | null;
  }
}

export interface HttpDoorParts {
  readonly directory: DeviceDirectory;
  readonly refusals: RefusalRecorder;
  readonly inbox: Inbox;
  readonly states: StatePost;
  readonly talk: Talk;
  readonly packages: PackageDesk;
  readonly provisioning: Provisioning;
  readonly waiting: Waiting;
  readonly pressure: Pressure;
  readonly telemetry: TelemetryIngest;
  readonly keys: MessageKeyRepository;
  readonly rates: RateLimiter;
  readonly messagesPerSecond: number;
  readonly maxBodyBytes: number;
  /** How long a request may take to come whole. */
  readonly patienceMs: number | undefined;
  readonly registry: Registry;
  /** Whether messages can be taken now. @throws when they cannot */
  readonly isReady: () => Promise<void>;
}

interface Path { token: string }
interface Query { history?: string }
type DeviceRequest = FastifyRequest<{ Params: Path; Querystring: Query }>;

/** The HTTP door: what ThingsBoard has under `/api/v1/{token}`, and the pages that say how the gateway is. */
export function createHttpDoor(parts: HttpDoorParts): FastifyInstance {
  const app = fastify({ logger: false, bodyLimit: parts.maxBodyBytes, routerOptions: { maxParamLength: 256 }, forceCloseConnections: 'idle', ...patience(parts.patienceMs) });
  // The payload is JSON whatever the header says, and it is read where it is judged.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addContentTypeParser(LINE_TYPES, (_request, stream, done) => done(null, stream));
  app.decorateRequest('device', null);
  app.setNotFoundHandler((_request, reply) => sendError(reply, notFound('TOPIC.UNKNOWN', 'There is nothing at this address.')));
  app.setErrorHandler<Error & { code?: string }>((error, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuseLarge(parts, request, reply);
    return sendError(reply, error);
  });
  addProvisionPath(app, parts.provisioning);
  addDevicePaths(app, parts);
  letGoWhenClosing(app);
  registerHealth(app, { ready: parts.isReady, metrics: parts.registry });
  return app;
}

function addDevicePaths(app: FastifyInstance, parts: HttpDoorParts): void {
  const onRequest = async (request: DeviceRequest): Promise<void> => admit(parts, request);
  app.post<{ Params: Path; Querystring: Query }>('/api/v1/:token/telemetry', { onRequest }, (request, reply) =>
    takeData(parts, request, reply, { kind: 'telemetry', isHistory: request.query.history === '1' }),
  );
  app.post<{ Params: Path; Querystring: Query }>('/api/v1/:token/attributes', { onRequest }, (request, reply) =>
    takeData(parts, request, reply, { kind: 'attributes', isHistory: false }),
  );
  app.addHook('preClose', () => parts.waiting.end());
  const onQuestion = async (request: { readonly params: Path; device: DeviceRef | null }): Promise<void> => {
    await admit(parts, request);
    spend(parts, request.device);
  };
  addTalkPaths(app, { ...parts, admit: (request) => admit(parts, request) }, onQuestion);
  addPackagePaths(app, { desk: parts.packages, refusals: parts.refusals }, onQuestion);
}

/** A request that brings no data counts against the machine's rate as a message does. @throws AppError (limited) RATE.LIMITED */
function spend({ rates, messagesPerSecond, refusals }: HttpDoorParts, device: DeviceRef | null): void {
  if (!device) return;
  const bucket = rates.bucket(device.deviceId);
  if (bucket.take(Date.now()) === 0) return;
  bucket.giveBack();
  const error = overRate(messagesPerSecond);
  refusals.record({ device, error, sample: '', door: 'http' });
  throw error;
}

async function admit({ directory, refusals }: HttpDoorParts, request: { readonly params: Path; device: DeviceRef | null }): Promise<void> {
  const admission: Admission = await directory.admit(request.params.token);
  if (admission.isAdmitted) {
    request.device = admission.device;
    return;
  }
  refusals.record({ device: admission.device, error: admission.error, sample: '', door: 'http' });
  throw admission.error;
}

function refuseLarge({ refusals, maxBodyBytes }: HttpDoorParts, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = tooLarge(Number(request.headers['content-length'] ?? 0), maxBodyBytes);
  refusals.record({ device: request.device, error, sample: '', door: 'http' });
  return sendError(reply, error, 413);
}
