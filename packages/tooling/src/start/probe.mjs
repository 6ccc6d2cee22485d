// @ts-check
import { get } from 'node:http';

/**
 * Whether an address answers 200 now.
 * @param {string} url
 * @param {number} [timeoutMs]
 * @returns {Promise<boolean>}
 */
export function isAnswering(url, timeoutMs = 2_000) {
  return new Promise((resolve) => {
    // Without an agent: a kept connection would hold up the child's own shutdown.
    const request = get(url, { timeout: timeoutMs, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });
}
