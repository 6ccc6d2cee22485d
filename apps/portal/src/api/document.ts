import type { TypedDocumentString } from '../generated/documents';

export type Document<Result, Variables> = TypedDocumentString<Result, Variables>;

/** Name of the document's operation; it identifies cached answers together with the variables. */
export function operationName(document: { toString(): unknown }): string {
  const name = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(String(document))?.[1];
  if (!name) throw new Error('Every operation has a name.');
  return name;
}

/** Where the answer to this document lies in the cache. */
export function answerKey<Result, Variables>(document: Document<Result, Variables>, variables: Variables): readonly [string, Variables] {
  return [operationName(document), variables];
}
