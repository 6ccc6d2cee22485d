import { describe, expect, it } from '@jest/globals';
import { dependentsOf } from './workspace.mjs';

const of = (name: string, ...dependencies: string[]) => ({ name, folder: `/${name}`, dependencies, scripts: {} });

describe('who is restarted when a package changes', () => {
  const packages = [of('api', 'devices'), of('gateway', 'db'), of('portal', 'ui'), of('devices', 'db'), of('db', 'kernel'), of('ui', 'kernel'), of('kernel')];
  it('is whoever reaches it', () => expect([...dependentsOf(packages, 'db')].sort()).toEqual(['api', 'db', 'devices', 'gateway']));
  it('is itself alone at the top', () => expect([...dependentsOf(packages, 'api')]).toEqual(['api']));
  it('is everyone for the words', () => expect(dependentsOf(packages, 'kernel').size).toBe(7));
});
