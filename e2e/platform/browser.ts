import chromium from '@sparticuz/chromium';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { platform } from './env.js';

/** Debian's browser where it is installed, since it has the system's fonts; else the one from npm. */
const SYSTEM = '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--force-color-profile=srgb'];

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };
export type Language = 'zh-CN' | 'en';

/** Starts a browser; one a journey file. */
export async function openBrowser(): Promise<Browser> {
  if (existsSync(SYSTEM)) return playwright.launch({ executablePath: SYSTEM, args: QUIET });
  return playwright.launch({ executablePath: await chromium.executablePath(), args: [...chromium.args, ...QUIET] });
}

/** A person's window: their own cookies, language and screen. */
export async function openWindow(browser: Browser, language: Language, viewport = DESKTOP): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({ locale: language, viewport, baseURL: platform().portalUrl, timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  return { context, page, faults };
}

const ARTIFACTS = path.resolve('e2e/artifacts');

/** Keeps a picture of the page for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTIFACTS, { recursive: true });
  await page.screenshot({ path: path.join(ARTIFACTS, `${name}.png`), fullPage: true });
}
