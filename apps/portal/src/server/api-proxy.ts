import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createProxyServer } from 'http-proxy-3';
import { log } from './log.js';
import { answerUnavailable } from './unavailable.js';

/** Hands requests and WebSocket upgrades to the api, cookies included, so that the browser knows one origin only. */
export interface ApiProxy {
  web(request: IncomingMessage, response: ServerResponse, pathname: string): void;
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void;
}

/**
 * All that the outside may ask of the api. A list of whole paths and no prefix: the proxy resolves `..` and `%2e` in what
 * it is given, so that a path which only begins well could end at the api's figures.
 */
const API_PATHS: ReadonlySet<string> = new Set([
  '/graphql',
  '/api/auth/sign-up',
  '/api/auth/sign-in',
  '/api/auth/second-step',
  '/api/auth/passkey-challenge',
  '/api/auth/passkey',
  '/api/auth/sso-begin',
  '/api/auth/sso-callback',
  '/api/auth/sign-out',
  '/api/auth/request-password-reset',
  '/api/auth/reset-password',
  '/api/auth/verify-email',
  '/api/auth/invitation',
  '/api/auth/accept-invitation',
  '/api/account/data',
  '/api/audit/export',
  '/api/billing/invoice',
  '/api/billing/credit-note',
  '/api/company/logo',
  '/api/company/place-logo',
  '/api/company/upload-logo',
  '/api/devices/check-import',
  '/api/devices/import',
  '/api/history/upload',
  '/api/ota/upload',
  '/api/telemetry/completeness',
  '/api/telemetry/export',
  '/api/telemetry/query',
  '/api/webhooks/stripe',
  '/api/exit/bundle',
  '/.well-known/tenon-keys.json',
]);

/** Whether a path, as it was sent, belongs to the api. */
export function isApiPath(pathname: string): boolean {
  return API_PATHS.has(pathname);
}

export function createApiProxy(apiUrl: string): ApiProxy {
  const proxy = createProxyServer({ target: apiUrl, xfwd: true, xfwdWsProtoAsHttp: true, connectTimeout: 2_000 });
  // A WebSocket's faults reach this listener; its socket is closed by the proxy itself.
  proxy.on('error', (error) => log('warn', 'api-proxy-failed', { reason: error.message }));
  return {
    web(request, response, pathname) {
      proxy.web(request, response, {}, (error) => {
        log('warn', 'api-proxy-failed', { pathname, reason: error.message });
        answerUnavailable(pathname, response);
      });
    },
    upgrade(request, socket, head) {
      proxy.ws(request, socket, head, {}, (error) => {
        log('warn', 'api-proxy-failed', { pathname: '/graphql', reason: error.message });
        socket.destroy();
      });
    },
  };
}
