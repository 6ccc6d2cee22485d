import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A graphql-ws client that sends what a browser would: a cookie, and perhaps an origin. It does not try again. */
export function liveClient(apiUrl: string, cookie: string, headers: Readonly<Record<string, string>> = {}): Client {
  class WithCookie extends WebSocket {
    constructor(url: string, protocols: string | string[]) {
      super(url, protocols, { headers: { ...(cookie ? { cookie } : {}), ...headers } });
    }
  }
  return createClient({ url: `${apiUrl.replace('http', 'ws')}/graphql`, webSocketImpl: WithCookie, retryAttempts: 0 });
}
