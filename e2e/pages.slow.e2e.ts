import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { DESKTOP, openBrowser, PHONE } from './platform/browser.js';
import type { Guide } from './portal/as-visitor.js';
import { lookAtPages, VISITORS } from './portal/look-at-pages.js';
import { prepareTour } from './portal/visits.js';

let guide: Guide;
beforeAll(async () => {
  const browser = await openBrowser();
  guide = { browser, tour: await prepareTour() };
});
afterAll(() => guide.browser.close());

describe.each([['zh-CN', DESKTOP], ['zh-CN', PHONE], ['en', DESKTOP], ['en', PHONE]] as const)('in %s on a screen of %j', (language, viewport) => {
  it.each(VISITORS)('every page that %s sees is accessible', (visitor) => lookAtPages(guide, { visitor, language, viewport, share: 'all' }));
});
