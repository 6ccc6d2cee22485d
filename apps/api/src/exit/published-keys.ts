import { readFile } from 'node:fs/promises';
import { keyVerdict, type KeyLife } from '@tenon/domain/exit';
import { invalid } from '@tenon/kernel';
import { z } from 'zod';
import type { BundleFinding } from '@tenon/exit/api';

const moment = z.iso.datetime().transform((text) => new Date(text)).nullable();
// Platforms of before say nothing of keys that are compromised.
const published = z.object({ keys: z.array(z.object({ keyId: z.string(), retiredAt: moment, compromisedAt: moment.default(null) })) });

/** The platform's keys, by their ids, from the file in which it shows them. @throws AppError (invalid) EXPORT.KEYS */
export async function readPublishedKeys(file: string): Promise<ReadonlyMap<string, KeyLife>> {
  try {
    const { keys } = published.parse(JSON.parse(await readFile(file, 'utf8')));
    return new Map(keys.map(({ keyId, ...life }) => [keyId, life]));
  } catch {
    throw invalid('EXPORT.KEYS', `${file} is not what a platform shows at /.well-known/tenon-keys.json.`);
  }
}

/** What the platform's own word on its keys says of a bundle. */
export function wordOnKey({ keyId, manifest }: Pick<BundleFinding, 'keyId' | 'manifest'>, keys: ReadonlyMap<string, KeyLife>): { fault?: string; note?: string } {
  const life = keys.get(keyId);
  if (!life) return { fault: 'the key is none of the platform’s' };
  const [retired, compromised] = [life.retiredAt?.toISOString(), life.compromisedAt?.toISOString()];
  const verdict = keyVerdict(new Date(manifest.requestedAt), life);
  if (verdict === 'compromised') return { fault: `the key is compromised since ${compromised}: whatever says to be of a later moment may be anybody’s` };
  if (verdict === 'retired') return { fault: `the key signed nothing more since ${retired}, and this says to be of a later moment` };
  if (verdict === 'doubtful') return { note: `! The key is compromised since ${compromised}. That this is older, it says itself: believe it where you had it before that moment.` };
  return retired === undefined ? {} : { note: `The key is retired since ${retired}; what it signed before stays good.` };
}
