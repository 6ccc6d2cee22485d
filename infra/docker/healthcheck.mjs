// @ts-check
/** `node healthcheck.mjs <port variable> <default port>`: ends with 0 when the process in this container can do its work, else with 1. */
const [variable = '', fallback = ''] = process.argv.slice(2);
const url = `http://127.0.0.1:${process.env[variable] || fallback}/readyz`;
try {
  const response = await fetch(url, { signal: AbortSignal.timeout(4_000) });
  process.stdout.write(`${response.status} ${await response.text()}\n`);
  process.exitCode = response.ok ? 0 : 1;
} catch (error) {
  process.stdout.write(`${url}: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
