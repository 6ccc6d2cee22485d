import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createApiProxy, isApiPath } from './api-proxy.js';
import { answerHealth, answerReady } from './health.js';
import { log } from './log.js';
import { pathnameOf } from './request-path.js';
import { POLICY_HEADER, securityHeaders, type SecurityChoices } from './security-headers.js';
import { followSilent } from './silent-connections.js';
import { PATH_HEADER, visiblePath } from './visible-path.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;

/** The pages behind the server: absent until Next is prepared. */
export interface Pages {
  handle: Handler;
  /** Watch mode's own WebSocket. */
  upgrade: UpgradeHandler;
}

export interface PortalServerOptions extends SecurityChoices {
  readonly apiUrl: string;
}

export interface PortalServer {
  readonly http: Server;
  /** From here on pages are served. */
  open(pages: Pages): void;
  /** Stops listening and lets go of every WebSocket. */
  close(): Promise<void>;
}

/** One origin for the browser: health, the api through a proxy, everything else by Next. */
export function createPortalServer({ apiUrl, ...choices }: PortalServerOptions): PortalServer {
  const proxy = createApiProxy(apiUrl);
  const upgraded = new Set<Socket>();
  let pages: Pages | undefined;

  const http = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      log('error', 'request-failed', { path: pathnameOf(request), reason: String(error) });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  const endSilent = followSilent(http);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pathname = pathnameOf(request);
    if (pathname === '/healthz') return answerHealth(response);
    if (pathname === '/readyz') return answerReady(response, { isNextReady: pages !== undefined, apiUrl });
    const headers = securityHeaders(choices);
    for (const [name, value] of headers) response.setHeader(name, value);
    if (isApiPath(pathname)) return proxy.web(request, response, pathname);
    if (!pages) {
      response.writeHead(503, { 'retry-after': '1' }).end();
      return;
    }
    request.headers[PATH_HEADER] = visiblePath(request.url ?? '/');
    request.headers[POLICY_HEADER] = headers.get(POLICY_HEADER);
    await pages.handle(request, response);
  }

  http.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    upgraded.add(socket);
    // Node hands the socket over bare: without a listener, a peer that resets it would end the process.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => upgraded.delete(socket));
    if (pathnameOf(request) === '/graphql') proxy.upgrade(request, socket, head);
    else if (pages) pages.upgrade(request, socket, head).catch(() => socket.destroy());
    else socket.destroy();
  });

  return {
    http,
    open(ready) {
      pages = ready;
    },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeIdleConnections();
        endSilent();
        for (const socket of upgraded) socket.destroy();
      }),
  };
}
