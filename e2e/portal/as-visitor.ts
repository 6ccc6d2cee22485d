import type { Browser, Page } from 'playwright-core';
import { DESKTOP, picture, type Language } from '../platform/browser.js';
import { wordsOf, type Words } from '../platform/words.js';
import { windowOf, type prepareTour, type Visitor } from './visits.js';

export interface Guide {
  readonly browser: Browser;
  readonly tour: Awaited<ReturnType<typeof prepareTour>>;
}

/** Does something in a window of somebody's; afterwards no script of the page may have failed. */
export async function asVisitor({ browser, tour }: Guide, visitor: Visitor, language: Language, work: (page: Page, t: Words) => Promise<void>, viewport = DESKTOP): Promise<void> {
  const { page, context, faults } = await windowOf(browser, language, visitor === 'nobody' ? null : tour.accountOf[visitor], viewport);
  try {
    await work(page, wordsOf(language));
    if (faults.length > 0) throw new Error(`Scripts failed: ${faults.join('; ')}`);
  } catch (failure) {
    await picture(page, `failed-pages-${language}-${visitor}`);
    throw failure;
  } finally {
    await context.close();
  }
}
