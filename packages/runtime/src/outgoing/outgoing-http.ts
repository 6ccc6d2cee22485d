import { AppError, invalid, unavailable } from '@tenon/kernel';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { AllowedHosts } from './allowed-hosts.js';
import { outgoingTarget, type OutgoingTarget } from './outgoing-target.js';
import { pinned, publicAddresses, systemResolver, type Resolver } from './resolve-once.js';
import { readWithin } from './read-within.js';

/** How far a call may go. */
export interface OutgoingLimits {
  /** From the look-up to the last byte. */
  readonly timeoutMs: number;
  readonly answerBytes: number;
}

const LIMITS: OutgoingLimits = { timeoutMs: 10_000, answerBytes: 64 * 1_024 };

/** What is asked of the other side. */
interface OutgoingQuestion {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the other side said. */
export interface OutgoingAnswer {
  readonly status: number;
  readonly text: string;
}

export interface OutgoingOptions {
  readonly allowed?: AllowedHosts;
  readonly limits?: OutgoingLimits;
  readonly resolver?: Resolver;
}

/**
 * Calls addresses that people of a company chose, so that none of them reaches what only we may reach: public addresses alone,
 * over https on port 443, connected to exactly as they were looked at, without following a redirect, within limits of time and size.
 */
export class OutgoingHttp {
  private readonly allowed: AllowedHosts;
  private readonly limits: OutgoingLimits;
  private readonly resolver: Resolver;

  constructor({ allowed = new AllowedHosts([]), limits = LIMITS, resolver = systemResolver }: OutgoingOptions = {}) {
    this.allowed = allowed;
    this.limits = limits;
    this.resolver = resolver;
  }

  /** Whether an address may be called at all, as far as it says itself. @throws AppError as {@link outgoingTarget} */
  check(url: string): URL {
    return outgoingTarget(url, this.allowed).url;
  }

  /**
   * Posts JSON and gives the answer, whatever its status but a redirect.
   * @throws AppError as {@link outgoingTarget} and {@link publicAddresses}; (invalid) OUTGOING.REDIRECTED; (unavailable)
   *   OUTGOING.TIMED_OUT, OUTGOING.TOO_LARGE, OUTGOING.UNREACHABLE with what the connection said
   */
  postJson(url: string, body: unknown): Promise<OutgoingAnswer> {
    return this.ask(url, { method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) });
  }

  /** The same for a form. @throws as {@link postJson} */
  postForm(url: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<OutgoingAnswer> {
    return this.ask(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString() });
  }

  /** Reads what stands there. @throws as {@link postJson} */
  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<OutgoingAnswer> {
    return this.ask(url, { method: 'GET', headers, body: '' });
  }

  private async ask(url: string, question: OutgoingQuestion): Promise<OutgoingAnswer> {
    const target = outgoingTarget(url, this.allowed);
    const signal = AbortSignal.timeout(this.limits.timeoutMs);
    try {
      const answer = await this.send(target, question, signal);
      return { status: answer.statusCode ?? 0, text: await readWithin(answer, this.limits.answerBytes) };
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (signal.aborted) throw unavailable('OUTGOING.TIMED_OUT', 'It did not answer in time.', { timeoutMs: this.limits.timeoutMs });
      throw new AppError('unavailable', 'OUTGOING.UNREACHABLE', 'It cannot be reached just now.', { fault: codeOf(error) }, { cause: error });
    }
  }

  private async send({ url, isAllowed }: OutgoingTarget, { method, headers, body }: OutgoingQuestion, signal: AbortSignal): Promise<IncomingMessage> {
    const isTls = url.protocol === 'https:';
    const options: RequestOptions = {
      method,
      // A connection of its own: a kept one would go where another look-up had led.
      agent: false,
      signal,
      headers: { ...headers, ...(method === 'POST' && { 'content-length': Buffer.byteLength(body) }), accept: 'application/json', 'user-agent': 'Tenon' },
      ...(!isAllowed && { lookup: pinned(await beforeTime(publicAddresses(url.hostname, this.resolver), signal)) }),
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = (isTls ? tlsRequest : plainRequest)(url, options, resolve);
      request.on('error', reject).end(body);
    });
    if ((answer.statusCode ?? 0) >= 300 && (answer.statusCode ?? 0) < 400) {
      answer.destroy();
      throw invalid('OUTGOING.REDIRECTED', 'It sends us on to another address, where we do not go.', { status: answer.statusCode ?? 0 });
    }
    return answer;
  }
}

/** A look-up cannot be broken off; nobody waits for it longer than the call may take. */
async function beforeTime<Found>(work: Promise<Found>, signal: AbortSignal): Promise<Found> {
  const late = new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('late')), { once: true }));
  return Promise.race([work, late]);
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'UNKNOWN';
}
