import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CertificateLookup, KnownKey, ProvisioningRepository } from '@tenon/devices/ingest';
import { provisioningKeyState, readProvisioningRequest, type ProvisioningRequest } from '@tenon/domain/devices';
import { AppError, conflict, limited, notFound, SECOND_MS, toAppError, unavailable } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import { RateLimiter } from '../inbox/rate-limiter.js';
import { madeCredentials } from './made-credentials.js';
import { provisioned, type ProvisioningAnswer, refusedProvisioning } from './provisioning-answer.js';
import type { RequestPost } from './request-post.js';

export interface ProvisioningParts {
  readonly repository: Pick<ProvisioningRepository, 'findKey' | 'ask' | 'noteRefusal'>;
  readonly post: Pick<RequestPost, 'answered'>;
  readonly certificates: Pick<CertificateLookup, 'isVouchedFor'>;
  readonly log: Pick<Log, 'warn'>;
}

/** Attempts of one address: as many at once as a hall that is switched on makes, and so many a minute beyond. */
const AT_ONCE = 100;
const A_MINUTE = 30;
const MINUTE_S = 60;
const SHOWN_CHARACTERS = 6;
/** Of a key that is not there: compared with all the same, so that it takes as long. */
const NOBODYS = createHash('sha256').update(randomBytes(32)).digest();

/** Machines that let themselves in by a company's key and secret, as ThingsBoard's provisioning has it. Whoever has no key learns nothing but that. */
export class Provisioning {
  private readonly attempts = new RateLimiter(A_MINUTE / MINUTE_S, AT_ONCE);

  constructor(private readonly parts: ProvisioningParts) {}

  /** Answers one request; never throws. @param address network address of whoever asks */
  async answer(text: string, address: string): Promise<ProvisioningAnswer> {
    const bucket = this.attempts.bucket(address);
    if (bucket.take(Date.now()) > 0) {
      bucket.giveBack();
      return refusedProvisioning(limited('PROVISION.TOO_MANY', 'Too many requests from this address; try again in a minute.'));
    }
    try {
      const request = readProvisioningRequest(text);
      const answer = await this.letIn(request);
      // A hall of machines behind one address is not held up by those that were let in.
      bucket.giveBack();
      return answer;
    } catch (error) {
      return refusedProvisioning(this.known(error));
    }
  }

  private async letIn(request: ProvisioningRequest): Promise<ProvisioningAnswer> {
    const { repository, post } = this.parts;
    const key = await repository.findKey(request.key);
    const isRight = timingSafeEqual(createHash('sha256').update(request.secret).digest(), key?.secretDigest ?? NOBODYS);
    if (!key) throw notFound('PROVISION.NOT_FOUND', 'There is no such key and secret.');
    // The same words: nobody learns that the key is one.
    if (!isRight) throw await this.noted(key, request, notFound('PROVISION.NOT_FOUND', 'There is no such key and secret.'), 'PROVISION.WRONG_SECRET');
    const fault = faultOf(key);
    if (fault) throw await this.noted(key, request, fault, fault.code);
    const credentials = await madeCredentials(request.credentials, this.parts.certificates);
    const requestId = await repository.ask({ key, name: request.name, wantsGateway: request.wantsGateway, tokenDigest: credentials.digest, tokenPrefix: credentials.shown.slice(0, SHOWN_CHARACTERS), certificate: credentials.certificate });
    await post.answered(key, requestId);
    return provisioned(credentials);
  }

  /** Keeps it with the key, where its company sees it. */
  private async noted(key: KnownKey, { name }: ProvisioningRequest, error: AppError, code: string): Promise<AppError> {
    await this.parts.repository.noteRefusal(key, { code, name });
    return error;
  }

  private known(thrown: unknown): AppError {
    if (thrown instanceof AppError) return thrown;
    this.parts.log.warn('devices.provisioning-not-answered', { error: toAppError(thrown) });
    return unavailable('DB.UNAVAILABLE', 'This cannot be decided just now; try again.');
  }
}

const WHY = {
  revoked: conflict('PROVISION.KEY_REVOKED', 'The provisioning key was revoked.'),
  expired: conflict('PROVISION.KEY_EXPIRED', 'The provisioning key has expired.'),
} as const;

/** That it is used up is the worker's to say: a machine that comes again has been counted. */
function faultOf(key: KnownKey): AppError | null {
  if (key.isSuspended) return conflict('PROVISION.COMPANY_SUSPENDED', 'The company that owns this key is suspended or closed.');
  const state = provisioningKeyState({ ...key, mostUses: null }, Date.now());
  return state === 'revoked' || state === 'expired' ? WHY[state] : null;
}

/** How long a machine waits for its answer. */
export const PATIENCE_MS = 20 * SECOND_MS;
