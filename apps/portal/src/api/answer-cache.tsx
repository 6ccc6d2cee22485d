'use client';

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { codeOf, isAway } from '../errors/api-error';
import { wayOut } from '../viewer/way-out';
import { liveStatus } from './live-state';

const FRESH_MS = 15_000;
/** Half a second, one, two: a blink of the network is sat out, and nobody looks at an outline for long before being told. */
const FIRST_WAIT_MS = 500;
const MOST_RETRIES = 3;

/** A session that ended or was limited meanwhile, or a company that was closed, leads where opening the page anew would lead. */
function leaveIfRefused(error: unknown): void {
  const to = wayOut(codeOf(error), location.pathname, location.search);
  if (to !== null) location.assign(to);
}

/** The same where something was to be changed, of a session alone: what a company may not do is said where it was tried. */
function leaveIfSessionIsOver(error: unknown): void {
  if (codeOf(error) === 'AUTH.SIGN_IN_REQUIRED') leaveIfRefused(error);
}

/** What this page shows is no longer of the company that the session is in: another window switched. What was asked in order to change something says so itself. */
function leaveIfCompanyChanged(error: unknown): void {
  if (codeOf(error) === 'AUTH.COMPANY_CHANGED') location.assign('/home');
}

function createCache(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        leaveIfRefused(error);
        leaveIfCompanyChanged(error);
      },
    }),
    mutationCache: new MutationCache({ onError: leaveIfSessionIsOver }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // Only a way that is shut opens again by waiting; a coded refusal stays one.
        retry: (failures, error) => isAway(error) && failures < MOST_RETRIES,
        retryDelay: (failures) => FIRST_WAIT_MS * 2 ** failures,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/** The answers of the api, kept for the whole workspace. After a lost live connection everything shown is asked again. */
export function AnswerCache({ children }: { children: ReactNode }) {
  const [cache] = useState(createCache);
  useEffect(() => liveStatus.onReturn(() => void cache.invalidateQueries()), [cache]);
  return <QueryClientProvider client={cache}>{children}</QueryClientProvider>;
}
