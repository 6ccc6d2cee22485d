'use client';

import { Button, Callout, DescriptionList, ExactTime, LinkButton, Skeleton, TextField } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { Failure } from '../../errors/failure';
import { Link } from '../../frame/link';
import { ClaimableDocument, ClaimMachineDocument, type ClaimableQuery, type ClaimInput, type ClaimMachineMutation } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';
import { NewMachineToken } from './new-machine-token';

type Claimable = ClaimableQuery['claimableDevice'];

/** What it is, whose it was, and whose it is going to be. */
function Facts({ machine: { name, company, isGateway, keepsCredentials, expiresAt } }: { machine: Claimable }) {
  const t = useTranslations('handover.claim');
  const locale = useLocale();
  const { tenant } = useViewer();
  const items = [
    { key: 'machine', term: t('machine'), detail: name },
    { key: 'from', term: t('from'), detail: company },
    { key: 'to', term: t('to'), detail: tenant.name },
    { key: 'until', term: t('until'), detail: <ExactTime at={expiresAt} locale={locale} timeZone={tenant.timeZone} /> },
  ];
  return (
    <div className="grid gap-4">
      <DescriptionList columns={2} items={items} />
      <ul className="grid list-disc gap-1 pl-5 text-14 text-ink-2">
        <li>{t(keepsCredentials ? 'keeps' : 'replaces')}</li>
        <li>{t('anew')}</li>
        {isGateway && <li>{t('gateway')}</li>}
      </ul>
    </div>
  );
}

function Taken({ claimed: { token, device } }: { claimed: ClaimMachineMutation['claimDevice'] }) {
  const t = useTranslations('handover.claim');
  return (
    <div className="grid gap-5">
      <Callout tone="good" role="status" title={t('done', { name: device.name })}>
        {t(token ? 'doneNew' : 'doneKept')}
      </Callout>
      {token && <NewMachineToken token={token} />}
      <div>
        <LinkButton asChild variant="primary">
          <Link href={`/machines/${device.id}`}>{t('toMachine')}</Link>
        </LinkButton>
      </div>
    </div>
  );
}

interface TakeOverProps {
  readonly claim: ClaimInput;
  onTaken(): void;
  /** Something else is to be entered. */
  onOther(): void;
}

/** Shows what a code stands for, and takes it over. */
export function TakeOver({ claim, onTaken, onOther }: TakeOverProps) {
  const t = useTranslations('handover.claim');
  const [isMissing, setIsMissing] = useState(false);
  const found = useAnswer(ClaimableDocument, { input: claim }, { staleMs: Infinity });
  const change = useChange(ClaimMachineDocument, { onDone: onTaken });
  const other = <Button onClick={onOther}>{t('other')}</Button>;
  if (change.data) return <Taken claimed={change.data.claimDevice} />;
  if (found.isError) {
    return (
      <div className="grid gap-4">
        <Failure error={found.error} />
        <div>{other}</div>
      </div>
    );
  }
  if (!found.data) return <Skeleton lines={4} />;
  const machine = found.data.claimableDevice;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name) change.mutate({ input: { claim, name } });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      <Facts machine={machine} />
      <FormFault error={change.error} />
      <TextField label={t('newName')} hint={t('newNameHint')} name="name" defaultValue={machine.name} maxLength={80} required autoComplete="off" error={isMissing ? t('nameMissing') : undefined} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isLoading={change.isPending}>
          {t('take')}
        </Button>
        {other}
      </div>
    </form>
  );
}
