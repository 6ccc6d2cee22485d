import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import Stripe from 'stripe';

/** A page of Checkout as it was asked for. */
export interface StripeSession {
  readonly id: string;
  readonly asked: URLSearchParams;
}

/** What an api and a worker are started with. */
export type StripeEnv = Readonly<Record<'STRIPE_SECRET_KEY' | 'STRIPE_WEBHOOK_SECRET' | 'STRIPE_API_URL', string>>;

/** Stripe's API and its messages, as far as the platform uses them, on this machine. It is no Stripe: it refuses little and knows no cards. */
export interface StripeServer {
  readonly env: StripeEnv;
  readonly sessions: readonly StripeSession[];
  readonly refunds: readonly URLSearchParams[];
  /** How many requests came, those that were repeated under one key too. */
  readonly asked: () => number;
  /** What it answers to the next requests instead. */
  failNext(count: number, status: number, error: object): void;
  /** How refunds stand from now on. */
  answerRefunds(status: string): void;
  /** A message's body and the signature it is sent with; `at`: the second in which it was signed. */
  signed(event: { readonly id: string; readonly type: string; readonly object: object }, at?: number): { readonly body: string; readonly signature: string };
  close(): Promise<void>;
}

const ANYWHERE: StripeEnv = { STRIPE_SECRET_KEY: 'sk_test_tenon', STRIPE_WEBHOOK_SECRET: 'whsec_tenon', STRIPE_API_URL: 'http://127.0.0.1:0' };

type Reply = readonly [status: number, body: object];

function unauthorized({ headers }: IncomingMessage, secretKey: string): Reply | null {
  return headers.authorization === `Bearer ${secretKey}` ? null : [401, { error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } }];
}

/**
 * Starts a stand-in: on a free port, or where a platform that runs already was told that it is.
 * @param expected What that platform was started with.
 */
export async function stripeServer(expected = ANYWHERE): Promise<StripeServer> {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: secret } = expected;
  const stripe = new Stripe(secretKey);
  const sessions: StripeSession[] = [];
  const refunds: URLSearchParams[] = [];
  const byKey = new Map<string, { readonly body: string; readonly reply: Reply }>();
  let [count, refundStatus] = [0, 'succeeded'];
  let failure: { left: number; readonly reply: Reply } | null = null;

  const made = (path: string, asked: URLSearchParams): Reply => {
    if (path === '/v1/checkout/sessions') {
      const id = `cs_test_${sessions.length + 1}`;
      sessions.push({ id, asked });
      return [200, { id, object: 'checkout.session', url: `https://checkout.stripe.example/${id}` }];
    }
    if (path !== '/v1/refunds') return [404, { error: { type: 'invalid_request_error', message: `Unrecognized request URL (POST: ${path})` } }];
    refunds.push(asked);
    return [200, { id: `re_${refunds.length}`, object: 'refund', status: refundStatus }];
  };
  // As Stripe does: one key gives one answer, and another request under it is refused.
  const answer = (path: string, body: string, key: string): Reply => {
    if (failure && failure.left > 0) {
      failure.left -= 1;
      return failure.reply;
    }
    const known = byKey.get(key);
    if (known && known.body !== body) return [400, { error: { type: 'idempotency_error', message: 'Keys for idempotent requests can only be used with the same parameters' } }];
    const reply = known?.reply ?? made(path, new URLSearchParams(body));
    byKey.set(key, { body, reply });
    return reply;
  };

  const server = createServer((request, response) => {
    count += 1;
    void text(request).then((body) => {
      const [status, said] = unauthorized(request, secretKey) ?? answer(request.url ?? '', body, String(request.headers['idempotency-key']));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  await once(server.listen(Number(new URL(expected.STRIPE_API_URL).port), '127.0.0.1'), 'listening');
  return {
    env: { ...expected, STRIPE_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    sessions,
    refunds,
    asked: () => count,
    failNext: (left, status, error) => void (failure = { left, reply: [status, { error }] }),
    answerRefunds: (status) => void (refundStatus = status),
    signed: ({ id, type, object }, at = Math.floor(Date.now() / 1_000)) => {
      const body = JSON.stringify({ id, object: 'event', type, created: at, data: { object } });
      return { body, signature: stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: at }) };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
