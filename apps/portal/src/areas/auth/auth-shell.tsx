import { AuthFrame } from '@tenon/ui';
import { getTranslations } from 'next-intl/server';
import { Link } from '../../frame/link';
import type { ReactNode } from 'react';
import { Brand } from '../../frame/brand';
import { LanguageChoice } from '../../frame/language-choice';
import { WordsFor } from '../../i18n/words-for';
import { AuthAside } from './auth-aside';

interface AuthShellProps {
  readonly title: string;
  readonly subtitle?: string;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages before sign-in. */
export async function AuthShell({ title, subtitle, footer, children }: AuthShellProps) {
  const t = await getTranslations('frame');
  return (
    <AuthFrame
      brand={<Brand size="md" />}
      homeHref="/"
      homeLabel={t('product')}
      title={title}
      subtitle={subtitle}
      footer={footer}
      corner={<LanguageChoice />}
      aside={<AuthAside />}
      linkComponent={Link}
    >
      <WordsFor areas={['auth', 'newPassword']}>{children}</WordsFor>
    </AuthFrame>
  );
}
