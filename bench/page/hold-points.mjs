// @ts-check

/** @typedef {import('./frames.mjs').Page} Page */

const DAY_MS = 86_400_000;

/** A year of readings, evenly apart, of a machine that works by day and hums by night. */
function madeYear(/** @type {number} */ count) {
  const toMs = Date.now();
  const stepMs = (365 * DAY_MS) / count;
  const at = Array.from({ length: count }, (_, index) => Math.round(toMs - (count - index) * stepMs));
  const value = at.map((atMs, index) => 20 + 12 * Math.sin((atMs / DAY_MS) * 2 * Math.PI) + ((index * 7_919) % 101) / 12);
  return { at, value };
}

/**
 * Lets a machine's page be answered with as many points as asked for, more than the api ever gives a screen: what the chart itself can carry.
 * @param {Page} page
 * @param {number} count
 */
export async function holdPoints(page, count) {
  const { at, value } = madeYear(count);
  const one = value.map(() => 1);
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('seriesRange')) return route.continue();
    const response = await route.fetch();
    const answer = await response.json();
    for (const range of answer.data?.seriesRange ?? []) Object.assign(range, { resolution: 'RAW', bucketMs: null, at, min: value, max: value, mean: value, last: value, count: one });
    return route.fulfill({ response, json: answer });
  });
}
