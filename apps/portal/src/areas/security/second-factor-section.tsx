'use client';

import { Badge, Button, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SecurityQuery } from '../../generated/documents';
import { FactorReset } from './factor-reset';
import { SecondFactorOn } from './second-factor-on';
import { SetUpSecondFactor } from './set-up-second-factor';

export type OwnSecurity = NonNullable<SecurityQuery['viewer']>;

interface SecondFactorSectionProps {
  readonly factor: OwnSecurity['secondFactor'];
  onChanged(): void;
}

/** The person's own second factor. */
export function SecondFactorSection({ factor, onChanged }: SecondFactorSectionProps) {
  const t = useTranslations('security.second');
  const [isSettingUp, setIsSettingUp] = useState(false);
  return (
    <Section title={t('title')} description={t('intro')} actions={<Badge tone={factor.since ? 'good' : 'neutral'}>{t(factor.since ? 'on' : 'off')}</Badge>}>
      {factor.resetDueAt && <FactorReset dueAt={factor.resetDueAt} onStopped={onChanged} />}
      {isSettingUp && <SetUpSecondFactor onTurnedOn={onChanged} onDone={() => setIsSettingUp(false)} />}
      {!isSettingUp && factor.since && <SecondFactorOn since={factor.since} recoveryCodesLeft={factor.recoveryCodesLeft} onChanged={onChanged} />}
      {!isSettingUp && !factor.since && (
        <Button variant="primary" onClick={() => setIsSettingUp(true)}>
          {t('setUp')}
        </Button>
      )}
    </Section>
  );
}
