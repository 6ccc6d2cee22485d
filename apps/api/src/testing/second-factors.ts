import { codeOf } from '@tenon/testing';
import type { TestPerson } from './test-api.js';

/** A second factor that somebody has set up. */
export interface Authenticator {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Sets a person's second factor up, as their page does. */
export async function setUpSecondFactor(person: TestPerson): Promise<Authenticator> {
  const { beginSecondFactor } = await person.get<{ beginSecondFactor: { secret: string } }>('mutation { beginSecondFactor { secret } }');
  const { secret } = beginSecondFactor;
  const { confirmSecondFactor } = await person.get<{ confirmSecondFactor: { codes: string[] } }>('mutation ($code: String!) { confirmSecondFactor(code: $code) { codes } }', { code: codeOf(secret) });
  return { secret, recoveryCodes: confirmSecondFactor.codes };
}
