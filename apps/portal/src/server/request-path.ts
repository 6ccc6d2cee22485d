import type { IncomingMessage } from 'node:http';

/** The path before the query, `/` when the request line is malformed. */
export function pathnameOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] || '/';
}
