import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { arePicturesWanted, commandEnv, platform } from './env.js';
import { writeFontsFile } from './fonts.js';
import { browserProgram } from './unpacked-browser.mjs';

/** No more than these: the npm browser's own list is for another place, and switches off what the portal relies on, such as web security. */
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--force-color-profile=srgb'];

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };
/** What is awaited comes in a moment; a machine that is busy with other things is no failure. */
const PATIENCE_MS = 180_000;
export type Language = 'zh-CN' | 'en';

/** Starts a browser; one a journey file. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: browserProgram(), args: QUIET, env: commandEnv({ FONTCONFIG_FILE: writeFontsFile() }) });
}

/** A person's window: their own cookies, language and screen. */
export async function openWindow(browser: Browser, language: Language, viewport = DESKTOP): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  // What fades in is judged by its looks while it is half there; with reduced motion it is there at once.
  const context = await browser.newContext({ locale: language, viewport, baseURL: platform().portalUrl, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  return { context, page, faults };
}

const ARTIFACTS = path.resolve('e2e/artifacts');

/** Keeps a picture of the page for people to look at, where they asked for pictures: taking them all costs a minute. */
export async function picture(page: Page, name: string): Promise<void> {
  if (arePicturesWanted()) await keepPicture(page, name);
}

async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTIFACTS, { recursive: true });
  await page.screenshot({ path: path.join(ARTIFACTS, `${name}.png`), fullPage: true });
}

export interface Visit {
  readonly language: Language;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Names the picture that is kept should the visit fail. */
  readonly name: string;
}

/** Does some work in a window of its own: afterwards no script of the page may have failed; a failure leaves a picture of how the page stood. */
export async function inWindow(browser: Browser, { language, viewport, name }: Visit, work: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const { page, context, faults } = await openWindow(browser, language, viewport);
  try {
    await work(page, context);
    if (faults.length > 0) throw new Error(`Scripts failed: ${faults.join('; ')}`);
  } catch (failure) {
    await keepPicture(page, `failed-${name}`).catch(() => undefined);
    throw failure;
  } finally {
    await context.close();
  }
}
