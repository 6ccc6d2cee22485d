'use client';

import { TabLinks } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { usePathname } from 'next/navigation';
import { isWithin } from '../../frame/paths';
import { useMay } from '../../viewer/viewer-context';

const TABS = [
  { key: 'company', href: '/settings' },
  { key: 'profile', href: '/settings/profile' },
  { key: 'plan', href: '/settings/plan' },
  { key: 'invoices', href: '/settings/invoices' },
  { key: 'standing', href: '/settings/standing' },
  { key: 'people', href: '/settings/people' },
  { key: 'roles', href: '/settings/roles' },
  { key: 'audit', href: '/settings/audit' },
  { key: 'notices', href: '/settings/notices' },
  { key: 'security', href: '/settings/security' },
  { key: 'exit', href: '/settings/exit' },
] as const;

/** For those who read bills. */
const BILLS: readonly string[] = ['plan', 'invoices'];

/** The pages about the company: what it is called and what it is, what it pays for, who belongs to it, who may do what, who did what; and how one signs in to it. */
export function SettingsTabs() {
  const t = useTranslations('people.tabs');
  const pathname = usePathname();
  const mayReadAudit = useMay('audit:read');
  const mayExport = useMay('tenant:export');
  const mayReadBills = useMay('billing:read');
  const shown = TABS.filter(({ key }) => (key !== 'audit' || mayReadAudit) && (key !== 'exit' || mayExport) && (!BILLS.includes(key) || mayReadBills));
  const isCurrent = (href: string): boolean => (href === '/settings' ? pathname === href : isWithin(pathname, href));
  return <TabLinks label={t('label')} linkComponent={Link} items={shown.map(({ key, href }) => ({ key, href, label: t(key), isCurrent: isCurrent(href) }))} />;
}
