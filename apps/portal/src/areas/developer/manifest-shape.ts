import type { AppManifest, IndicatorsManifest } from '@tenon/contracts/manifest';

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return isObject(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';
}

/**
 * A stored manifest for reading. It was checked when it was submitted, so only the shape that the page relies on is looked at;
 * null where even that is not there.
 */
export function manifestOf(json: unknown): AppManifest | null {
  if (!isObject(json)) return null;
  const { name, summary, description, scopes, price } = json;
  return [name, summary, description].every(isText) && Array.isArray(scopes) && isObject(price) ? (json as unknown as AppManifest) : null;
}

export function isIndicators(manifest: AppManifest): manifest is IndicatorsManifest {
  return manifest.engine === 'indicators';
}
