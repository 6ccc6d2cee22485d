import type { Page, Route } from 'playwright-core';

export interface Trouble {
  /** Answers all that waits, and all that is asked from now on, as a broken platform would. */
  fail(): void;
  /** From now on everything is as usual again. */
  end(): Promise<void>;
}

const BROKEN = { errors: [{ message: 'broken on purpose', extensions: { code: 'INTERNAL' } }] };

/** Holds every question that the page asks the api from now on, until it is decided how it ends. */
export async function holdQuestions(page: Page): Promise<Trouble> {
  let decide = (): void => undefined;
  const decided = new Promise<void>((resolve) => (decide = resolve));
  const answer = async (route: Route): Promise<void> => {
    await decided;
    // The page may have gone on meanwhile and no longer wait for it.
    await route.fulfill({ status: 500, json: BROKEN }).catch(() => undefined);
  };
  await page.route('**/graphql', answer);
  return { fail: () => decide(), end: () => page.unroute('**/graphql', answer) };
}
