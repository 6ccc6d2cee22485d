import type { ReactNode } from 'react';
import { SettingsTabs } from '../../../areas/settings/settings-tabs';
import { WordsFor } from '../../../i18n/words-for';

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <WordsFor areas={['people', 'settings']}>
      <div className="grid grid-cols-1 gap-6">
        <SettingsTabs />
        {children}
      </div>
    </WordsFor>
  );
}
