import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createServer, type SecureContextOptions } from 'node:tls';
import { MINUTE_MS } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type { Handshakes } from './handshakes.js';
import type { PeerStream } from './peer-stream.js';
import { listening, tuned, type Listener } from './tcp-listener.js';

/** Where MQTT over TLS is listened for, and by which certificate. */
export interface TlsSettings {
  readonly port: number;
  /** PEM: the certificate, and those between it and the authority. */
  readonly certificateFile: string;
  /** PEM. */
  readonly keyFile: string;
  /** How often the files are looked at again: certificates are renewed, and machines stay connected meanwhile. */
  readonly renewalMs?: number;
}

export interface TlsTaking {
  readonly take: (stream: PeerStream) => void;
  readonly hasRoom: (address: string) => boolean;
  readonly handshakes: Handshakes;
  readonly handshakeTimeoutMs: number;
  readonly log: Log;
}

const OLDEST = 'TLSv1.2';

/** Listens for MQTT over TLS 1.2 and 1.3 on all interfaces. @throws when a file cannot be read, the two do not belong together, or the port cannot be had */
export async function listenOnTls(settings: TlsSettings, { take, hasRoom, handshakes, handshakeTimeoutMs, log }: TlsTaking): Promise<Listener> {
  let files = readFiles(settings);
  // Machines may show a certificate, and need not: whose it is, and whether it lets in, is asked with their CONNECT. That they have its key is proven by the handshake.
  const server = createServer({ ...files, minVersion: OLDEST, handshakeTimeout: handshakeTimeoutMs, requestCert: true, rejectUnauthorized: false }, (socket) => {
    handshakes.end(socket);
    take(socket);
  });
  server.on('connection', (socket: Socket) => (hasRoom(socket.remoteAddress ?? '') ? handshakes.begin(tuned(socket)) : socket.destroy()));
  // Who speaks no TLS, or not ours, is away again; nothing here is broken.
  server.on('tlsClientError', (error) => log.debug('mqtt.tls-refused', { message: error.message }));
  const listener = await listening(server, settings.port);

  const renew = (): void => {
    try {
      const found = readFiles(settings);
      if (found.cert === files.cert && found.key === files.key) return;
      server.setSecureContext({ ...found, minVersion: OLDEST });
      files = found;
      log.info('mqtt.certificate-renewed');
    } catch (error) {
      // Half written, or wrong: the old one goes on, and the next look may find it whole.
      log.error('mqtt.certificate-unreadable', { error });
    }
  };
  const timer = setInterval(renew, settings.renewalMs ?? MINUTE_MS).unref();
  return {
    port: listener.port,
    close: () => {
      clearInterval(timer);
      return listener.close();
    },
  };
}

function readFiles({ certificateFile, keyFile }: TlsSettings): Required<Pick<SecureContextOptions, 'cert' | 'key'>> & { cert: string; key: string } {
  return { cert: readFileSync(certificateFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
}
