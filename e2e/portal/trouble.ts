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

/** Holds what the api tells by itself of one field, until the function that is given back is called; what else it says goes through. */
export async function holdLive(page: Page, field: string): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.routeWebSocket('**/graphql', (socket) => {
    const api = socket.connectToServer();
    api.onMessage((message) => void (message.toString().includes(`"${field}"`) ? released.then(() => socket.send(message)) : socket.send(message)));
  });
  return () => release();
}

/** Lets a test change an answer to a question of one field before the page reads it. */
export async function changeAnswers<Answer>(page: Page, field: string, change: (answer: Answer) => void): Promise<() => Promise<void>> {
  const altered = async (route: Route): Promise<void> => {
    // The page may have gone meanwhile, as above.
    const response = await route.fetch().catch(() => undefined);
    if (!response) return;
    const body = (await response.json()) as { data?: Record<string, Answer> };
    const answer = body.data?.[field];
    if (answer) change(answer);
    await route.fulfill({ response, json: body }).catch(() => undefined);
  };
  await page.route('**/graphql', altered);
  return () => page.unroute('**/graphql', altered);
}
