import { describe, expect, it } from '@jest/globals';
import { nodeVersionProblem } from './node-version.mjs';

describe('Node.js version', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is enough', (version) => expect(nodeVersionProblem(version)).toBeNull());
  it.each(['20.18.9', '18.20.0', '8.0.0', ''])('%s is not', (version) => expect(nodeVersionProblem(version)).toContain('20.19'));
});
