// @ts-check
import { Agent, request } from 'node:http';

/** A machine that fetches a file over HTTP, chunk after chunk on one connection. */
export class HttpMachine {
  /** @param {number} port @param {(chunk: number, chunkBytes: number) => string} pathOf */
  constructor(port, pathOf) {
    this.port = port;
    this.pathOf = pathOf;
    this.agent = new Agent({ keepAlive: true, maxSockets: 1 });
  }

  async open() {}

  /** Fetches the file; gives its bytes. @param {number} chunkBytes */
  async fetch(chunkBytes) {
    let bytes = 0;
    for (let chunk = 0; ; chunk += 1) {
      const got = await this.get(this.pathOf(chunk, chunkBytes));
      bytes += got;
      if (got < chunkBytes) return bytes;
    }
  }

  close() {
    this.agent.destroy();
  }

  /** @param {string} path @returns {Promise<number>} */
  get(path) {
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: this.port, path, agent: this.agent }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${path} was answered with ${response.statusCode}.`));
        let bytes = 0;
        response.on('data', (/** @type {Buffer} */ part) => (bytes += part.length)).once('end', () => resolve(bytes)).once('error', reject);
      });
      asked.once('error', reject).end();
    });
  }
}
