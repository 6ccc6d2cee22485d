import { DROPS_COOKIES_HEADER } from '@tenon/contracts/headers';
import { headers } from 'next/headers';
import { portalEnv } from '../server/env';
import { asUnreachable, readGraphQl } from './answer';
import type { Document } from './document';

const PATIENCE_MS = 5_000;

/** Asks the api while a page is made, as the person who asked for the page. @throws ApiError by code */
export async function serverRequest<Result, Variables>(document: Document<Result, Variables>, variables: Variables): Promise<Result> {
  const asked = await headers();
  const response = await fetch(new URL('/graphql', portalEnv().API_URL), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'apollo-require-preflight': 'true',
      cookie: asked.get('cookie') ?? '',
      'x-forwarded-host': asked.get('host') ?? '',
      [DROPS_COOKIES_HEADER]: '1',
    },
    body: JSON.stringify({ query: String(document), variables }),
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(asUnreachable);
  return readGraphQl<Result>(response);
}
