import type { TestGateway, TestMachine } from './test-gateway.js';

/** Status and code of an answer over HTTP; no code where all went well. */
export interface PostAnswer {
  readonly status: number;
  readonly code: string | undefined;
}

/** What a payload is. */
export type PayloadKind = 'telemetry' | 'attributes';

/** Sends a body over HTTP as a machine. */
export async function post({ gateway }: TestGateway, { token }: Pick<TestMachine, 'token'>, kind: PayloadKind, body: BodyInit, headers: Record<string, string> = {}): Promise<PostAnswer> {
  const init = { method: 'POST', body, headers, duplex: 'half' };
  const response = await fetch(`http://127.0.0.1:${gateway.httpPort}/api/v1/${token}/${kind}`, init);
  const text = await response.text();
  return { status: response.status, code: text === '' ? undefined : (JSON.parse(text) as { error: { code: string } }).error.code };
}
