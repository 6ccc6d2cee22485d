import type { Page } from 'playwright-core';
import { eventually } from '../clients/person.js';
import type { Words } from '../platform/words.js';

/** The band about a line is the line's own colour at this opacity; lines, axes and words are opaque. */
const BAND_ALPHA = Math.round(0.18 * 255);

/** How many points of the screen the first chart fills with a band between the least and the greatest. */
export const bandPixels = (page: Page): Promise<number> =>
  page.locator('canvas').first().evaluate((canvas, alpha) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    let count = 0;
    for (let at = 3; at < data.length; at += 4) if (Math.abs(data[at]! - alpha) <= 1) count += 1;
    return count;
  }, BAND_ALPHA);

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The span of time in the address. */
function spanIn(page: Page): Span {
  const query = new URL(page.url()).searchParams;
  return { fromMs: Date.parse(query.get('from') ?? ''), toMs: Date.parse(query.get('to') ?? '') };
}

/** Draws with the mouse over the middle half of the first chart, whose span is in the address; gives the span there was and the one that is now. */
export async function brushMiddle(page: Page): Promise<readonly [before: Span, after: Span]> {
  const before = spanIn(page);
  const plot = page.locator('.u-over').first();
  await plot.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await plot.boundingBox())!;
  const at = (share: number): [number, number] => [x + width * share, y + height / 2];
  await page.mouse.move(...at(0.25));
  await page.mouse.down();
  await page.mouse.move(...at(0.5), { steps: 4 });
  await page.mouse.move(...at(0.75), { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction((from) => Date.parse(new URL(location.href).searchParams.get('from') ?? '') !== from, before.fromMs);
  return [before, spanIn(page)];
}

type Part = 'window' | 'from' | 'to';
const part = (page: Page, t: Words, which: Part) => page.getByRole('slider', { name: t(`machines.overview.whole.${which}`), exact: true });

async function changed(page: Page, act: () => Promise<void>): Promise<Span> {
  const before = page.url();
  await act();
  await eventually(async () => page.url(), (url) => url !== before);
  return spanIn(page);
}

/** Presses a key on the overview's window, or on an edge of it; gives the span in the address after that. */
export const pressOnWhole = (page: Page, t: Words, which: Part, key: string): Promise<Span> => changed(page, () => part(page, t, which).press(key));

/** Holds a key down on the overview's window, or on an edge of it: each press comes before the page had a turn to draw the last one at leisure. */
export const holdOnWhole = (page: Page, t: Words, which: Part, key: string, times: number): Promise<Span> =>
  changed(page, () =>
    part(page, t, which).evaluate(
      async (held, pressed) => {
        for (let count = 0; count < pressed.times; count += 1) {
          held.dispatchEvent(new KeyboardEvent('keydown', { key: pressed.key, bubbles: true, cancelable: true, repeat: count > 0 }));
          await Promise.resolve();
        }
      },
      { key, times },
    ),
  );

/** Drags the overview's window with the mouse by so much of what it stands on. */
export async function dragOnWhole(page: Page, t: Words, share: number): Promise<Span> {
  const held = part(page, t, 'window');
  await held.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await held.boundingBox())!;
  const ground = (await held.locator('..').boundingBox())!.width;
  return changed(page, async () => {
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + ground * share, y + height / 2, { steps: 4 });
    await page.mouse.up();
  });
}
