import { useTranslations } from 'next-intl';

const FACTS = ['what', 'why', 'long'] as const;

/** One kind of what is kept: what it is, what for, for how long. */
export function KeptPart({ part }: { part: 'account' | 'sessions' | 'company' | 'trail' | 'mail' | 'attempts' }) {
  const t = useTranslations('privacy');
  return (
    <section className="grid gap-3 border-t border-line py-8">
      <h2 className="text-20 font-semibold">{t(`parts.${part}.title`)}</h2>
      <dl className="grid gap-x-6 gap-y-2 text-16 md:grid-cols-[6rem_minmax(0,1fr)]">
        {FACTS.map((fact) => (
          <div key={fact} className="contents">
            <dt className="text-14 text-ink-3 md:pt-0.5">{t(`labels.${fact}`)}</dt>
            <dd className="text-ink-2 text-pretty max-md:mb-2">{t(`parts.${part}.${fact}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
