import type { ServerResponse } from 'node:http';

async function isApiReady(apiUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/readyz', apiUrl), { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** `/healthz`: this process answers. */
export function answerHealth(response: ServerResponse): void {
  answer(response, 200, { status: 'ok' });
}

/** `/readyz`: pages can be served and the api behind them can work. */
export async function answerReady(response: ServerResponse, state: { isNextReady: boolean; apiUrl: string }): Promise<void> {
  const api = await isApiReady(state.apiUrl);
  const isReady = state.isNextReady && api;
  answer(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'waiting', pages: state.isNextReady, api });
}
