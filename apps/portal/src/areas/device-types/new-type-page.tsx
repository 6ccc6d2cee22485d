'use client';

import { Callout, PageHeader, Section, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useMay } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';
import { EmptyType } from './empty-type';
import { LibraryList } from './library-list';
import { MachinesCrumb } from './machines-crumb';
import { useMakeType } from './use-make-type';

const FromMachine = dynamic(() => import('./from-machine').then(({ FromMachine: From }) => From), { ssr: false, loading: () => <Skeleton height={64} /> });
const FromFile = dynamic(() => import('./from-file').then(({ FromFile: From }) => From), { ssr: false, loading: () => <Skeleton height={40} /> });

/** The ways to a device type: the library, a machine, a document, nothing. */
export function NewTypePage() {
  const t = useTranslations('deviceTypes.new');
  const make = useMakeType();
  const mayManage = useMay('device-type:manage');
  return (
    <div className="grid gap-8">
      <PageHeader eyebrow={<MachinesCrumb isBelowList />} title={t('title')} answer={t('answer')} />
      {!mayManage && <Callout>{t('mayNot')}</Callout>}
      <FormFault error={make.error} />
      <Section title={t('library')} description={t('libraryIntro')}>
        <LibraryList make={make} />
      </Section>
      {mayManage && (
        <>
          <Section title={t('machine')} description={t('machineIntro')}>
            <FromMachine make={make} />
          </Section>
          <Section title={t('file')} description={t('fileIntro')}>
            <FromFile make={make} />
          </Section>
          <Section title={t('empty')} description={t('emptyIntro')}>
            <EmptyType make={make} />
          </Section>
        </>
      )}
    </div>
  );
}
