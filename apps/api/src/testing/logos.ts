import type { TestApi, TestPerson } from './test-api.js';

/** Two small pictures, each of one colour. */
export const GREEN = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEElEQVQI12PgqomCIwbiOABnQw4BPCkRfgAAAABJRU5ErkJggg==', 'base64');
export const RED = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEElEQVQI12M4YioNRwzEcQDLUxFBUpsh/wAAAABJRU5ErkJggg==', 'base64');

/** Sends a file as the portal does. */
export function uploadLogo(api: TestApi, { cookie }: Pick<TestPerson, 'cookie'>, file: Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${api.url}/api/company/upload-logo`, { method: 'POST', headers: { cookie, 'content-type': 'application/octet-stream', ...headers }, body: Uint8Array.from(file) });
}
