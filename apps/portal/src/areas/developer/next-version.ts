/** The text of a manifest one patch version further, to be mended and submitted again. */
export function nextVersionText(manifest: unknown): string {
  const text = JSON.stringify(manifest, null, 2);
  const version = (manifest as { version?: unknown } | null)?.version;
  const [, front, patch] = /^(\d+\.\d+\.)(\d+)$/.exec(typeof version === 'string' ? version : '') ?? [];
  if (front === undefined || patch === undefined) return text;
  return JSON.stringify({ ...(manifest as object), version: `${front}${Number(patch) + 1}` }, null, 2);
}
