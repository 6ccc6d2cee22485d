import { readdirSync } from 'node:fs';

const APP = 'apps/portal/src/app';

/** Every page that the portal has, as its address with `[id]` and such in it; read from where Next reads it. */
export function portalRoutes(): readonly string[] {
  const files = readdirSync(APP, { recursive: true, encoding: 'utf8' });
  const pages = files.map((file) => file.replaceAll('\\', '/')).filter((file) => /(^|\/)page\.tsx$/.test(file));
  return pages.map((file) => `/${file.replace(/\/?page\.tsx$/, '').split('/').filter((part) => !/^\(.*\)$/.test(part)).join('/')}`).sort();
}
