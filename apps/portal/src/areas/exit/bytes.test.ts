import { expect, it } from '@jest/globals';
import { bytesText } from './bytes';

it.each([[0, '0 B'], [999, '999 B'], [1_000, '1 kB'], [1_234_567, '1.23 MB'], [45_600_000_000, '45.6 GB'], [1e16, '10,000 TB']])('%d bytes', (bytes, text) => {
  expect(bytesText(bytes, 'en')).toBe(text);
});
