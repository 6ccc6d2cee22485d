// @ts-check
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';

const SANS = '@expo-google-fonts/noto-sans-sc';

/** The fonts of invoices, with their licence. */
const FONTS = [`${SANS}/400Regular/NotoSansSC_400Regular.ttf`, `${SANS}/600SemiBold/NotoSansSC_600SemiBold.ttf`, `${SANS}/LICENSE_FONT`];

/**
 * Files of packages that an app's programs read while they run: the api writes invoices for who asks, the worker for exports.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const READ_BESIDE = { api: FONTS, worker: FONTS };

/**
 * Lays such files into a bundle's folder, where Node looks for those of packages, so that a program finds them there as it does among all packages.
 * @param {string} app
 * @param {string} folder
 * @returns {string[]} What is there now.
 */
export function layBeside(app, folder) {
  const { resolve } = createRequire(path.join(REPOSITORY, 'apps', app, 'package.json'));
  return (READ_BESIDE[app] ?? []).map((name) => {
    const file = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(file), { recursive: true });
    copyFileSync(resolve(name), file);
    return file;
  });
}
