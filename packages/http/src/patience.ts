import { STATUS_CODES, type ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyServerOptions } from 'fastify';

const DEFAULT_PATIENCE_MS = 30_000;

/** What is wrong with a request that never became one, by Node's code. */
const FAULTS: Readonly<Record<string, readonly [status: number, code: string, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'HTTP.TOO_SLOW', 'The request did not come whole in time.'],
  HPE_HEADER_OVERFLOW: [431, 'HTTP.HEADERS_TOO_LARGE', 'The headers are too large.'],
};

/**
 * Cuts off whoever sends a request so slowly that it is not whole in time, headers and body, so that half requests do not
 * heap up; and says by code what was wrong with a request that could not be read.
 */
export function patience(ms = DEFAULT_PATIENCE_MS): Pick<FastifyServerOptions, 'requestTimeout' | 'clientErrorHandler'> & { http: ServerOptions } {
  return {
    requestTimeout: ms,
    // Node's own 60 seconds for headers would count for the whole, where they are more; and it looks every 30 seconds only.
    http: { headersTimeout: ms, requestTimeout: ms, connectionsCheckingInterval: Math.ceil(ms / 10) },
    clientErrorHandler: (error, socket) => refuse(error, socket as Socket),
  };
}

function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, code, message] = FAULTS[error.code ?? ''] ?? [400, 'HTTP.BAD_REQUEST', 'This is no HTTP request.'];
  const body = JSON.stringify({ error: { code, message, details: {} } });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'connection: close', 'content-type: application/json', `content-length: ${Buffer.byteLength(body)}`];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
