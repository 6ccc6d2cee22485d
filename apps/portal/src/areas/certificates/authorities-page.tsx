'use client';

import { Button, EmptyState, PageHeader, PlusIcon, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { Link } from '../../frame/link';
import { CertificateAuthoritiesDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { AuthorityEntry } from './authority-entry';

const AddAuthority = dynamic(() => import('./add-authority').then(({ AddAuthority: Found }) => Found));

/** Who may say by certificates which machine is which. */
export function AuthoritiesPage() {
  const t = useTranslations('certificates.authorities');
  const mayChange = useMay('device:credentials');
  const [isAdding, setAdding] = useState(false);
  const { data, isError, error, refetch, isFetching } = useAnswer(CertificateAuthoritiesDocument, {});
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  const add = mayChange ? (
    <Button variant="primary" icon={<PlusIcon size={16} />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  ) : undefined;
  const crumb = (
    <Link href="/machines" className="inline-flex min-h-6 items-center underline underline-offset-4 hover:text-ink">
      {t('crumb')}
    </Link>
  );
  return (
    <div className="grid gap-6">
      <PageHeader eyebrow={crumb} title={t('title')} answer={t('answer')} actions={add} />
      {!data && <Skeleton lines={6} />}
      {data?.certificateAuthorities.length === 0 && <EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
      {data && data.certificateAuthorities.length > 0 && (
        <ul className="border-t border-ink">
          {data.certificateAuthorities.map((authority) => (
            <AuthorityEntry key={authority.id} authority={authority} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {isAdding && <AddAuthority onClose={() => setAdding(false)} />}
    </div>
  );
}
