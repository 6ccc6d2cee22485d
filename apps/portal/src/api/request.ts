import { asUnreachable, readGraphQl } from './answer';
import type { Document } from './document';

/** Asks the api from the browser. @throws ApiError by code; aborted requests throw AbortError */
export async function request<Result, Variables>(document: Document<Result, Variables>, variables: Variables, signal?: AbortSignal): Promise<Result> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({ query: String(document), variables }),
    signal,
  }).catch(asUnreachable);
  return readGraphQl<Result>(response);
}
