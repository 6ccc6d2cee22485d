import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { UNPACKED } from './unpacked-browser.mjs';

/** The weights of the Chinese font that the portal asks for, by their folders in the package that invoices use as well. */
const WEIGHTS = ['400Regular', '500Medium', '600SemiBold'];

/**
 * Writes where the browser finds fonts and gives the file's path: the system's own, the few that come with the browser from npm,
 * and a Chinese one. A bare machine has none of its own, and without a Chinese one every page is boxes.
 */
export function writeFontsFile(): string {
  const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const chinese = WEIGHTS.map((weight) => path.join(fonts, weight));
  const unpacked = path.join(UNPACKED, 'fonts', 'fonts');
  const folder = path.resolve('e2e/artifacts/fonts');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'fonts.conf');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    ...[unpacked, ...chinese].map((dir) => `  <dir>${dir}</dir>`),
    `  <cachedir>${path.join(folder, 'cache')}</cachedir>`,
    '</fontconfig>',
  ];
  // Put there whole: a browser that another journey starts at the same moment would read half of it, and show boxes for Chinese.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${lines.join('\n')}\n`);
  renameSync(draft, file);
  return file;
}
