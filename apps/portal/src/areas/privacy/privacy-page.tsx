import { PRIVACY_NOTICE } from '@tenon/domain/identity';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { ReactNode } from 'react';
import { KeptPart } from './kept-part';

const PARTS = ['account', 'sessions', 'company', 'trail', 'mail', 'attempts'] as const;

interface Operator {
  /** Empty where it is not set. */
  readonly name: string;
  readonly contact: string;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 border-t border-line py-8 text-16 text-ink-2">
      <h2 className="text-20 font-semibold text-ink">{title}</h2>
      {children}
    </section>
  );
}

function Paragraphs({ texts }: { texts: readonly ReactNode[] }) {
  return texts.map((text, index) => (
    <p key={index} className="text-pretty wrap-anywhere">
      {text}
    </p>
  ));
}

function OperatorWords({ name, contact }: Operator) {
  const t = useTranslations('privacy.operator');
  return <Paragraphs texts={[name === '' ? t('unset') : contact === '' ? t('nameOnly', { name }) : t('named', { name, contact })]} />;
}

function Cookies() {
  const t = useTranslations('privacy.cookies');
  return (
    <>
      <Paragraphs texts={[t('intro')]} />
      <ul className="grid list-disc gap-1 pl-5">
        {(['session', 'device', 'steps', 'look'] as const).map((cookie) => (
          <li key={cookie}>{t(cookie)}</li>
        ))}
      </ul>
    </>
  );
}

function Rights() {
  const t = useTranslations('privacy.rights');
  const link = (words: ReactNode) => (
    <Link href="/settings/security" className="text-accent-text underline underline-offset-4">
      {words}
    </Link>
  );
  return <Paragraphs texts={[t.rich('copy', { link }), t('delete'), t('correct'), t('complain')]} />;
}

/** What is kept of people, as the program does it. Whatever is changed here is a new version of the notice ({@link PRIVACY_NOTICE}). */
export function PrivacyPage({ operator }: { operator: Operator }) {
  const t = useTranslations('privacy');
  return (
    <article className="mx-auto grid w-full max-w-3xl grid-cols-1">
      <header className="grid gap-4 pt-10 pb-8">
        <h1 className="text-28 font-semibold text-balance md:text-40">{t('title')}</h1>
        <p className="text-16 text-ink-2 text-pretty">{t('intro')}</p>
        <p className="text-13 text-ink-3">{t('version', { version: PRIVACY_NOTICE.version, date: PRIVACY_NOTICE.validFrom })}</p>
      </header>
      <Part title={t('operator.title')}>
        <OperatorWords {...operator} />
        <Paragraphs texts={[t('company')]} />
      </Part>
      {PARTS.map((part) => (
        <KeptPart key={part} part={part} />
      ))}
      <Part title={t('seen.title')}>
        <Paragraphs texts={[t('seen.colleagues'), t('seen.office'), t('seen.others')]} />
      </Part>
      <Part title={t('cookies.title')}>
        <Cookies />
      </Part>
      <Part title={t('place.title')}>
        <Paragraphs texts={[t('place.body')]} />
      </Part>
      <Part title={t('rights.title')}>
        <Rights />
      </Part>
      <Part title={t('changes.title')}>
        <Paragraphs texts={[t('changes.body')]} />
      </Part>
    </article>
  );
}
