'use client';

import { Callout, PageHeader } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMay } from '../../../viewer/viewer-context';
import { FormFault } from '../../apps/form-fault';
import { ChooseList } from './choose-list';
import { FaultyList } from './faulty-list';
import { MadeList } from './made-list';
import { ReadyList } from './ready-list';
import { useImport, type Import } from './use-import';

/** What came of the list that was chosen last. */
function Outcome({ list }: { list: Import }) {
  const { file, checked, made, isChecking } = list;
  const t = useTranslations('machines.import');
  if (isChecking) {
    return (
      <p role="status" className="text-14 text-ink-2">
        {t('checking', { file })}
      </p>
    );
  }
  if (made) return <MadeList report={made} />;
  if (!checked) return null;
  return checked.faultCount > 0 ? <FaultyList file={file} report={checked} /> : <ReadyList list={list} />;
}

/** Machines by the thousand: a list is checked without a trace, then made in one go. */
export function ImportPage() {
  const t = useTranslations('machines.import');
  const mayCreate = useMay('device:create');
  const list = useImport();
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader title={t('title')} answer={t('answer')} />
      {mayCreate ? (
        <>
          <FormFault error={list.error} />
          <Outcome list={list} />
          <ChooseList isFirst={!list.checked} isChecking={list.isChecking} onChoose={list.check} />
        </>
      ) : (
        <Callout>{t('mayNot')}</Callout>
      )}
    </div>
  );
}
