'use client';

import type { Client } from 'graphql-ws';
import { ApiError } from '../errors/api-error';
import { faultOf } from './answer';
import type { Document } from './document';
import { liveStatus } from './live-state';

const PING_EVERY_MS = 12_000;
const PONG_WITHIN_MS = 5_000;
const LONGEST_WAIT_MS = 10_000;

let client: Promise<Client> | undefined;

function waitBeforeRetry(retries: number): Promise<void> {
  const waitMs = Math.min(LONGEST_WAIT_MS, 500 * 2 ** retries) * (0.75 + Math.random() / 2);
  return new Promise((resolve) => setTimeout(resolve, waitMs));
}

async function openClient(): Promise<Client> {
  const { createClient } = await import('graphql-ws');
  let overdue: ReturnType<typeof setTimeout> | undefined;
  const live = createClient({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: waitBeforeRetry,
    keepAlive: PING_EVERY_MS,
    on: {
      connecting: () => liveStatus.set('connecting'),
      connected: () => liveStatus.set('open'),
      closed: (event) => {
        clearTimeout(overdue);
        liveStatus.set((event as CloseEvent).code === 1000 ? 'idle' : 'lost');
      },
      // A half-open socket says nothing by itself: an unanswered ping ends it, and the retry begins.
      ping: (isReceived) => {
        if (!isReceived) overdue = setTimeout(() => live.terminate(), PONG_WITHIN_MS);
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(overdue);
      },
    },
  });
  return live;
}

function asError(thrown: unknown): ApiError {
  return new ApiError(Array.isArray(thrown) ? faultOf(thrown[0]).code : 'NETWORK.UNREACHABLE');
}

/** Follows a subscription until the returned function is called; it survives lost connections by itself. */
export function follow<Result, Variables extends Record<string, unknown>>(
  document: Document<Result, Variables>,
  variables: Variables,
  on: { value(value: Result): void; fault?(error: ApiError): void },
): () => void {
  let isOver = false;
  let stop: (() => void) | undefined;
  client ??= openClient();
  client
    .then((live) => {
      if (isOver) return;
      stop = live.subscribe<Result>(
        { query: String(document), variables },
        {
          next: ({ data, errors }) => {
            if (data) on.value(data);
            else if (errors) on.fault?.(asError(errors));
          },
          error: (error) => on.fault?.(asError(error)),
          complete: () => undefined,
        },
      );
    })
    .catch((error: unknown) => {
      // The client's own code did not arrive: the next attempt loads it again.
      client = undefined;
      on.fault?.(asError(error));
    });
  return () => {
    isOver = true;
    stop?.();
  };
}
