import type { ServerResponse } from 'node:http';

const CODE = 'PLATFORM.UNAVAILABLE';
const MESSAGE = 'The platform is not reachable right now.';

/** The answer in the api's place while it is away: a GraphQL error on `/graphql`, else the REST shape of errors. */
export function unavailableBody(pathname: string): string {
  return JSON.stringify(
    pathname === '/graphql'
      ? { errors: [{ message: MESSAGE, extensions: { code: CODE } }] }
      : { error: { code: CODE, message: MESSAGE, details: {} } },
  );
}

export function answerUnavailable(pathname: string, response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(503, { 'content-type': 'application/json; charset=utf-8', 'retry-after': '2', 'cache-control': 'no-store' });
  response.end(unavailableBody(pathname));
}
