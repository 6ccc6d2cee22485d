// @ts-check
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';

/** Kept-alive requests to a server beside us. */
export class Http {
  /** @param {number} port */
  constructor(port) {
    this.port = port;
    this.agent = new Agent({ keepAlive: true });
  }

  /**
   * What is answered, whole and unread. A refusal is an error.
   * @param {string} path
   * @param {{ method?: string, body?: string | Buffer, query?: Readonly<Record<string, string>> }} [what]
   * @returns {Promise<string>}
   */
  ask(path, { method = 'GET', body, query } = {}) {
    const to = query ? `${path}?${new URLSearchParams(query)}` : path;
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: this.port, agent: this.agent, method, path: to }, (response) => {
        /** @type {Buffer[]} */
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if ((response.statusCode ?? 500) < 300) resolve(text);
          else reject(new Error(`${to.slice(0, 200)}: ${response.statusCode} ${text.slice(0, 500)}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close() {
    this.agent.destroy();
  }
}

/** A port that nobody has. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
