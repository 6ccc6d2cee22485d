import { expect } from '@jest/globals';
import { picture, type Language } from '../platform/browser.js';
import { expectAccessible } from './accessible.js';
import { asVisitor, type Guide } from './as-visitor.js';
import { FACES, LOOKED_AT_DAILY, VISITS, type Visitor } from './visits.js';

export const VISITORS: readonly Visitor[] = ['nobody', 'member', 'developer', 'staff'];

/** Which pages are looked at: all, or every other one of those that no other journey of the day looks at, so that two looks see each once. */
export type Share = 'all' | 'even' | 'odd';

interface Look {
  readonly visitor: Visitor;
  readonly language: Language;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly share: Share;
}

function pathsOf({ tour }: Guide, visitor: Visitor, share: Share): string[] {
  const pages = Object.entries(VISITS).flatMap(([route, visit]) => (share === 'all' || !(route in LOOKED_AT_DAILY) ? [visit] : []));
  const all = [...pages, ...FACES].filter((visit) => visit.as === visitor).map((visit) => visit.path(tour.ids));
  return share === 'all' ? all : all.filter((_, at) => at % 2 === (share === 'even' ? 0 : 1));
}

/** Outside and inside of the portal's frame; nightly within each visitor's own. */
const missingPages = (visitor: Visitor, share: Share): string[] => (share === 'all' || visitor === 'nobody' || visitor === 'member' ? ['/there-is-no-such-page'] : []);

/** Opens what somebody sees page by page: each is in their language, and axe finds nothing. */
export async function lookAtPages(guide: Guide, { visitor, language, viewport, share }: Look): Promise<void> {
  await asVisitor(guide, visitor, language, async (page) => {
    for (const path of [...pathsOf(guide, visitor, share), ...missingPages(visitor, share)]) {
      await page.goto(path);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await expectAccessible(page);
      await picture(page, `page-${language}-${viewport.width}${path.replaceAll(/\W/g, '-').slice(0, 70)}`);
    }
  }, viewport);
}
