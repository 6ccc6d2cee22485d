import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { canRun, runShown } from '../clients/device.js';
import { eventually } from '../clients/person.js';
import type { Words } from '../platform/words.js';
import { press } from './entering.js';

/** By the tab that shows it: what must be on the machine that runs it. */
const WAYS: Readonly<Record<string, () => boolean>> = {
  curl: () => true,
  Node: () => true,
  mosquitto_pub: () => canRun('mosquitto_pub', '--help') || canRun('which', 'mosquitto_pub'),
  Python: () => canRun('python3', '--version'),
};

export interface ShownCommand {
  readonly way: string;
  readonly command: string;
}

/** Names a machine of one's own and gives the commands that the page shows, each from its tab. */
export async function nameMachine(page: Page, t: Words, name: string): Promise<readonly ShownCommand[]> {
  await page.goto('/machines/new');
  await page.getByLabel(t('machines.new.name'), { exact: true }).fill(name);
  await press(page, t('machines.new.create'));
  await page.getByText(t('machines.connect.waiting')).waitFor();
  const shown: ShownCommand[] = [];
  for (const way of Object.keys(WAYS)) {
    await page.getByRole('tab', { name: way, exact: true }).click();
    shown.push({ way, command: await page.getByRole('figure', { name: t('machines.connect.command', { way }) }).locator('pre').innerText() });
  }
  return shown;
}

/** Runs the shown commands that this machine can run and gives the ways taken. */
export async function runCommands(commands: readonly ShownCommand[]): Promise<readonly string[]> {
  const able = commands.filter(({ way }) => WAYS[way]?.());
  for (const { way, command } of commands) {
    if (able.some((each) => each.way === way)) await runShown(command);
    else process.stderr.write(`  ${way} is not installed here: its command is not run\n`);
  }
  return able.map(({ way }) => way);
}

export const tokenIn = (command: string): string => /api\/v1\/(\w+)\/telemetry/.exec(command)?.[1] ?? '';

/** What the machine's page says now, metric by metric. */
const newest = (page: Page, t: Words): Promise<string> => page.getByRole('region', { name: t('machines.overview.now'), exact: true }).innerText();
const drawing = (page: Page): Promise<string> => page.locator('canvas').first().evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

/** Waits until the newest values have changed on the page, and the drawing with them. */
export async function expectMoving(page: Page, t: Words): Promise<void> {
  const [valuesBefore, drawnBefore] = [await newest(page, t), await drawing(page)];
  await eventually(() => newest(page, t), (values) => values !== valuesBefore);
  await eventually(() => drawing(page), (drawn) => drawn !== drawnBefore);
}

/** Opens a part of the machine's page. */
export async function openTab(page: Page, t: Words, tab: 'overview' | 'points' | 'metrics' | 'connection'): Promise<void> {
  await page.getByRole('navigation', { name: t('machines.tabs.label') }).getByRole('link', { name: t(`machines.tabs.${tab}`) }).click();
}

/** Issues a new token on the machine's connection tab and gives it. */
export async function rotateToken(page: Page, t: Words): Promise<string> {
  await press(page, t('machines.token.rotate'));
  await page.getByRole('alertdialog').getByRole('button', { name: t('machines.token.rotate'), exact: true }).click();
  const token = await page.getByRole('figure', { name: t('machines.token.newLabel'), exact: true }).locator('pre').innerText();
  await press(page, t('machines.token.kept'));
  return token;
}

export async function revokeToken(page: Page, t: Words): Promise<void> {
  await press(page, t('machines.token.revoke'));
  await page.getByRole('alertdialog').getByRole('button', { name: t('machines.token.revoke'), exact: true }).click();
  await page.getByText(t('machines.token.revoked')).waitFor();
}

/** Deletes a simulated machine from its page. */
export async function deleteSimulated(page: Page, t: Words, name: string): Promise<void> {
  await press(page, t('machines.actionsShort'));
  await page.getByRole('menuitem', { name: t('machines.delete.action') }).click();
  const dialog = page.getByRole('alertdialog', { name: t('machines.delete.title', { name }) });
  await dialog.getByText(t('machines.delete.lostSimulated')).waitFor();
  await dialog.getByRole('button', { name: t('machines.delete.action'), exact: true }).click();
  await page.waitForURL('**/machines');
  await page.getByText(t('machines.delete.done', { name }), { exact: true }).waitFor();
  expect(await page.locator('main').getByRole('link', { name, exact: true }).count()).toBe(0);
}
