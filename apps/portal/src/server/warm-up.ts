import { log } from './log.js';

/** Pages anybody may see; between them they load what every page needs. */
const PAGES = ['/', '/sign-in'];
const PATIENCE_MS = 30_000;

/** Asks this server for its first pages once, so that the first visitor does not wait while their code is loaded. A fault here is nobody's but ours to know. */
export async function warmUp(port: number): Promise<void> {
  const startedMs = Date.now();
  try {
    for (const page of PAGES) {
      const answer = await fetch(`http://127.0.0.1:${port}${page}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
      await answer.arrayBuffer();
    }
    log('info', 'portal-warm', { tookMs: Date.now() - startedMs });
  } catch (error) {
    log('warn', 'portal-warm-up-failed', { reason: String(error) });
  }
}
