import { describe, expect, it } from '@jest/globals';
import { indicatorsManifest } from '@tenon/contracts/manifest';
import { EXAMPLE_MANIFEST, EXAMPLE_TEXT } from './example-manifest';

describe('the example manifest', () => {
  it('is one that the platform accepts', () => {
    expect(indicatorsManifest.safeParse(JSON.parse(EXAMPLE_TEXT)).error?.issues ?? []).toEqual([]);
  });

  it('shows every sort of text in both languages', () => {
    expect(EXAMPLE_MANIFEST.inputs.every(({ label }) => label.zh !== label.en)).toBe(true);
  });
});
