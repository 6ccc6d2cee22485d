// @ts-check
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';
import { filesOfPackage } from './files-of-package.mjs';

const SANS = '@expo-google-fonts/noto-sans-sc';

/** The fonts of invoices, with their licence. */
const FONTS = [`${SANS}/400Regular/NotoSansSC_400Regular.ttf`, `${SANS}/600SemiBold/NotoSansSC_600SemiBold.ttf`, `${SANS}/LICENSE_FONT`];

/**
 * Files of packages that an app's programs read while they run: the api writes invoices for who asks, the worker for exports.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const READ_BESIDE = { api: FONTS, worker: FONTS };

/**
 * Packages that lie there whole, with what they need: they have native halves, which no bundle holds.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const WHOLE = { api: ['sharp'] };

/**
 * Lays such files into a bundle's folder, where Node looks for those of packages, so that a program finds them there as it does among all packages.
 * @param {string} app
 * @param {string} folder
 * @returns {string[]} What is there now.
 */
export function layBeside(app, folder) {
  const { resolve } = createRequire(path.join(REPOSITORY, 'apps', app, 'package.json'));
  const single = (READ_BESIDE[app] ?? []).map((name) => ({ name, from: resolve(name) }));
  const whole = (WHOLE[app] ?? []).flatMap((name) => filesOfPackage(name));
  return [...single, ...whole].map(({ name, from }) => {
    const file = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(file), { recursive: true });
    copyFileSync(from, file);
    return file;
  });
}
