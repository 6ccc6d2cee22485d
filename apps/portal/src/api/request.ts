import { COMPANY_HEADER } from '@tenon/contracts/headers';
import { asUnreachable, readGraphQl } from './answer';
import { companyOfPage } from './company-of-page';
import type { Document } from './document';

function forCompany(): Record<string, string> {
  const company = companyOfPage();
  return company ? { [COMPANY_HEADER]: company } : {};
}

/** Asks the api from the browser, for the company that the page is of. @throws ApiError by code; aborted requests throw AbortError */
export async function request<Result, Variables>(document: Document<Result, Variables>, variables: Variables, signal?: AbortSignal): Promise<Result> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'apollo-require-preflight': 'true', ...forCompany() },
    body: JSON.stringify({ query: String(document), variables }),
    signal,
  }).catch(asUnreachable);
  return readGraphQl<Result>(response);
}
