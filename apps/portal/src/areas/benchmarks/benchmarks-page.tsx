import { useTranslations } from 'next-intl';
import { FIGURES, TAKEN_ON, type Figure } from './figures';

function Fact({ name, value, isOurs = false }: { name: string; value: string; isOurs?: boolean }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-12 text-ink-3">{name}</dt>
      <dd className={isOurs ? 'tn-num text-20 font-medium' : 'tn-num text-20 text-ink-2'}>{value}</dd>
    </div>
  );
}

/** Times are medians, which is said once. */
const plain = (value: string): string => value.replace('p50 ', '');

function FigureRow({ figure }: { figure: Figure }) {
  const t = useTranslations('benchmarks');
  return (
    <li className="grid gap-x-10 gap-y-3 border-t border-line py-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]" data-figure={figure.key}>
      <div className="grid content-start gap-1">
        <h3 className="text-16 font-semibold">{t(`figures.${figure.key}.title`)}</h3>
        <p className="text-14 text-ink-2 text-pretty">{t(`figures.${figure.key}.body`)}</p>
      </div>
      <div className="grid gap-2">
        <dl className="grid grid-cols-3 gap-4">
          <Fact name={t('ours')} value={plain(figure.measured)} isOurs />
          <Fact name={t(`figures.${figure.key}.beside`)} value={plain(figure.beside)} />
          <Fact name={t('ratio')} value={`${figure.ratio} ×`} />
        </dl>
        <code className="font-mono text-12 text-ink-3">npm run bench -- {figure.command}</code>
      </div>
    </li>
  );
}

/** How fast it is, each figure beside what it is to be measured by, and the command that prints both. */
export function BenchmarksPage() {
  const t = useTranslations('benchmarks');
  const ingest = FIGURES[0];
  return (
    <>
      <section className="grid gap-4 pt-10 pb-8">
        <h1 className="max-w-3xl text-28 font-semibold text-balance md:text-40">{t('title', { rate: ingest?.measured ?? '' })}</h1>
        <p className="max-w-2xl text-16 text-ink-2 text-pretty">{t('intro')}</p>
      </section>
      <section aria-labelledby="figures">
        <h2 id="figures" className="sr-only">
          {t('list')}
        </h2>
        <ul className="border-b border-line">
          {FIGURES.map((figure) => (
            <FigureRow key={figure.key} figure={figure} />
          ))}
        </ul>
      </section>
      <section className="grid gap-3 py-10">
        <h2 className="text-20 font-semibold">{t('how.title')}</h2>
        <p className="max-w-3xl text-16 text-ink-2 text-pretty">{t('how.body', { day: TAKEN_ON })}</p>
      </section>
    </>
  );
}
