import { HydrationBoundary, QueryClient, dehydrate } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerKey, type Document } from './document';
import { serverRequest } from './server-request';

/** One question asked while the page is made, so that its answer is there when the page is. */
export interface Question {
  readonly key: readonly unknown[];
  ask(): Promise<unknown>;
}

export function question<Result, Variables>(document: Document<Result, Variables>, variables: Variables): Question {
  return { key: answerKey(document, variables), ask: () => serverRequest(document, variables) };
}

/** Puts the answers into the cache of the client components inside. What fails is asked again by the browser, which shows the fault. */
export async function Prefetched({ questions, children }: { questions: readonly Question[]; children: ReactNode }) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await Promise.all(questions.map((q) => client.prefetchQuery({ queryKey: q.key, queryFn: () => q.ask() })));
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}

/** Puts answers that are already here into the cache of the client components inside. */
export function Known({ answers, children }: { answers: readonly { key: readonly unknown[]; answer: unknown }[]; children: ReactNode }) {
  const client = new QueryClient();
  for (const { key, answer } of answers) client.setQueryData(key, answer);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
