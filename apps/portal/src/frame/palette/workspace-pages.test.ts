import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import enFrame from '../../../messages/en/frame.json';
import enPeople from '../../../messages/en/people.json';
import zhFrame from '../../../messages/zh-CN/frame.json';
import zhPeople from '../../../messages/zh-CN/people.json';
import { WORKSPACE_PAGES } from './workspace-pages';

const WORKSPACE = fileURLToPath(new URL('../../app/(company)', import.meta.url));
/** Named in the rail, or reached as something to do. */
const ELSEWHERE = ['/home', '/machines', '/machines/new', '/machines/campaigns/new', '/apps', '/store', '/settings', '/settings/invoices/next'];

describe('the pages that the palette leads to', () => {
  it('are all of the workspace that need no id', () => {
    const files = readdirSync(WORKSPACE, { recursive: true, encoding: 'utf8' }).filter((file) => path.basename(file) === 'page.tsx' && !file.includes('['));
    const routes = files.map((file) => `/${path.dirname(file).split(path.sep).join('/')}`);
    const named = [...WORKSPACE_PAGES.map(({ href }) => href).filter((href) => href !== '/companies' && href !== '/settings/people/me'), ...ELSEWHERE];
    expect(routes.sort()).toEqual(named.sort());
  });

  it.each([['Chinese', zhFrame, zhPeople], ['English', enFrame, enPeople]])('are called in %s what their tabs are called', (_language, frame, people) => {
    const { label: _label, company: _company, ...tabs } = people.tabs;
    expect(frame.palette.pages).toMatchObject(tabs);
  });
});
