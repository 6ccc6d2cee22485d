'use client';

import type { NoticeLanguage } from '@tenon/domain/notices';
import { Checkbox, RadioCards, SelectField, TextField } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { Language, NoticeKind, RobotKind } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { textOf } from '../security/own-password-field';
import { robotNotices } from './robot-notices';
import type { RobotValues } from './robot-values';
import type { Robot } from './robot';

const CHATS: readonly RobotKind[] = ['WECOM', 'DINGTALK', 'FEISHU'];
const LANGUAGES = { ZH: '中文', EN: 'English' } as const;

interface RobotFormProps {
  readonly id: string;
  readonly robot: Robot | null;
  readonly error: unknown;
  onWanted(values: RobotValues): void;
}

/** Where it is: the chat's own webhook, and what it signs with where the chat asks for it. */
function AddressFields({ kind, isThere, isMissing }: { kind: RobotKind; isThere: boolean; isMissing: boolean }) {
  const t = useTranslations('notices.robots');
  return (
    <>
      <TextField label={t('url')} hint={t(isThere ? 'urlKept' : 'urlHint')} name="url" type="url" isMono autoComplete="off" required={!isThere} error={isMissing ? t('urlMissing') : undefined} />
      {kind !== 'WECOM' && <TextField label={t('secret')} hint={t('secretHint')} name="secret" isMono autoComplete="off" maxLength={200} />}
    </>
  );
}

function NoticeFields({ chosen, onChosen }: { chosen: readonly NoticeKind[]; onChosen: (kinds: readonly NoticeKind[]) => void }) {
  const t = useTranslations('notices.robots');
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-13 font-medium">{t('told')}</legend>
      {robotNotices(useLocale()).map(({ kind, title }) => (
        <Checkbox key={kind} label={title} checked={chosen.includes(kind)} onCheckedChange={(isOn) => onChosen(isOn ? [...chosen, kind] : chosen.filter((each) => each !== kind))} />
      ))}
    </fieldset>
  );
}

/** What the form begins with: what the robot has, or what is usual for a new one. */
function beginning(robot: Robot | null, locale: NoticeLanguage): Pick<RobotValues, 'kind' | 'language' | 'noticeKinds'> {
  return robot ?? { kind: 'WECOM', language: locale === 'en' ? 'EN' : 'ZH', noticeKinds: robotNotices(locale).map(({ kind }) => kind) };
}

/** What a robot is called, where it is and what it says. */
export function RobotForm({ id, robot, error, onWanted }: RobotFormProps) {
  const t = useTranslations('notices.robots');
  const first = beginning(robot, useLocale());
  const [kind, setKind] = useState(first.kind);
  const [noticeKinds, setNoticeKinds] = useState(first.noticeKinds);
  const [missing, setMissing] = useState({ name: false, url: false });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = { kind, noticeKinds, name: textOf(form, 'name').trim(), url: textOf(form, 'url'), secret: textOf(form, 'secret'), language: textOf(form, 'language') as Language };
    const found = { name: values.name === '', url: !robot && values.url.trim() === '' };
    setMissing(found);
    if (!found.name && !found.url) onWanted(values);
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5">
      <FormFault error={error} />
      {!robot && <RadioCards legend={t('chat')} name="kind" columns={3} value={kind} onValueChange={setKind} options={CHATS.map((value) => ({ value, label: t(`chats.${value}`) }))} />}
      <TextField label={t('name')} hint={t('nameHint')} name="name" defaultValue={robot?.name} maxLength={40} required autoComplete="off" error={missing.name ? t('nameMissing') : undefined} />
      <AddressFields kind={kind} isThere={robot !== null} isMissing={missing.url} />
      <SelectField label={t('language')} name="language" defaultValue={first.language} options={(['ZH', 'EN'] as const).map((value) => ({ value, label: LANGUAGES[value] }))} />
      <NoticeFields chosen={noticeKinds} onChosen={setNoticeKinds} />
    </form>
  );
}
