import type { TestApi, TestPerson } from './test-api.js';

export interface ImportAnswer {
  readonly machines: number;
  readonly added: number;
  readonly known: number;
  readonly faults: readonly { readonly row: number; readonly column: string; readonly code: string; readonly details: object }[];
  readonly faultCount: number;
  readonly completed: string | null;
}

/** Sends a list of machines as a browser would. */
export function sendList(api: TestApi, door: 'check-import' | 'import', { cookie }: Pick<TestPerson, 'cookie'>, list: string | Buffer, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${api.url}/api/devices/${door}`, { method: 'POST', headers: { cookie, 'content-type': 'application/octet-stream', ...headers }, body: Uint8Array.from(Buffer.from(list as string)) });
}
