'use client';

import { Button, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRef, type ChangeEvent } from 'react';
import { OwnMark } from '../../frame/own-mark';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';
import { useLogoChange } from './use-logo-change';

const ACCEPTED = 'image/png,image/jpeg,image/webp';

/** The company's logo: looked at, uploaded, replaced, taken away. */
export function LogoSection() {
  const t = useTranslations('settings.logo');
  const { tenant, logoDigest } = useViewer();
  const mayUpdate = useMay('company:update');
  const change = useLogoChange();
  const input = useRef<HTMLInputElement>(null);
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = currentTarget.files ?? [];
    if (file) change.upload(file);
    // The same file may be chosen again after a refusal.
    currentTarget.value = '';
  };
  return (
    <Section title={t('title')}>
      <FormFault error={change.error} />
      <div className="flex flex-wrap items-center gap-4">
        <OwnMark size={64} {...(logoDigest ? { alt: t('alt', { name: tenant.name }) } : {})} />
        <p className="min-w-56 flex-1 text-13 text-ink-2">{mayUpdate ? t('intro') : t('mayNot')}</p>
      </div>
      {mayUpdate && (
        <div className="mt-3 flex flex-wrap gap-2">
          <input ref={input} type="file" accept={ACCEPTED} aria-label={t('choose')} hidden onChange={choose} />
          <Button isLoading={change.isUploading} onClick={() => input.current?.click()}>
            {t(logoDigest ? 'replace' : 'choose')}
          </Button>
          {logoDigest && (
            <Button variant="quiet" isLoading={change.isRemoving} onClick={change.remove}>
              {t('remove')}
            </Button>
          )}
        </div>
      )}
    </Section>
  );
}
