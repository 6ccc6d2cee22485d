import { LinkButton } from '@tenon/ui';
import { getTranslations } from 'next-intl/server';
import { Link } from '../../frame/link';
import { DemoPanel } from './demo-panel';
import { demoMoment } from './demo-press';

const EXAMPLE = `mosquitto_pub -h tenon.example.cn -p 1883 -u <token> \\
  -t v1/devices/me/telemetry -m '{"power_kw": 23.4}'`;

/** The first two things to do. */
async function Beginning() {
  const t = await getTranslations('public');
  return (
    <div className="flex flex-wrap gap-3">
      <LinkButton asChild variant="primary" size="lg">
        <Link href="/sign-up">{t('signUp')}</Link>
      </LinkButton>
      <LinkButton asChild size="lg">
        <Link href="/sign-in">{t('signIn')}</Link>
      </LinkButton>
    </div>
  );
}

async function Hero() {
  const t = await getTranslations('public.hero');
  return (
    <section className="grid items-center gap-x-12 gap-y-8 pt-10 pb-12 md:pt-14 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="grid gap-6">
        <h1 className="text-28 font-semibold text-balance md:text-40">{t('title')}</h1>
        <p className="max-w-xl text-16 text-ink-2 text-pretty">{t('body')}</p>
        <Beginning />
        <p className="text-13 text-ink-3">{t('small')}</p>
      </div>
      <DemoPanel first={demoMoment(Date.now())} />
    </section>
  );
}

async function Steps() {
  const t = await getTranslations('public.steps');
  const steps = ['connect', 'watch', 'subscribe'] as const;
  return (
    <section id="how" className="scroll-mt-20 border-t border-ink py-10">
      <h2 className="mb-8 text-28 font-semibold">{t('title')}</h2>
      <ol className="grid gap-8 md:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step} className="grid content-start gap-2 border-t border-line pt-4">
            <span className="tn-num text-13 text-ink-3">{index + 1}</span>
            <h3 className="text-20 font-semibold">{t(`${step}.title`)}</h3>
            <p className="text-16 text-ink-2 text-pretty">{t(`${step}.body`)}</p>
          </li>
        ))}
      </ol>
      <div className="mt-8 grid gap-3">
        <p className="text-16 text-ink-2">{t('command')}</p>
        {/* With a placeholder for its token it is to be read, not to be copied. */}
        <pre aria-label={t('commandLabel')} role="region" tabIndex={0} className="overflow-x-auto rounded border border-line bg-sunken p-4 font-mono text-13">
          {EXAMPLE}
        </pre>
      </div>
    </section>
  );
}

async function Promises() {
  const t = await getTranslations('public.promises');
  const facts = ['wall', 'leave', 'open'] as const;
  return (
    <section id="data" className="scroll-mt-20 border-t border-ink py-10">
      <h2 className="mb-8 text-28 font-semibold">{t('title')}</h2>
      <dl className="grid gap-8 md:grid-cols-3">
        {facts.map((fact) => (
          <div key={fact} className="grid content-start gap-2 border-t border-line pt-4">
            <dt className="text-20 font-semibold">{t(`${fact}.title`)}</dt>
            <dd className="text-16 text-ink-2 text-pretty">{t(`${fact}.body`)}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-10 border-t border-line pt-8">
        <Beginning />
      </div>
    </section>
  );
}

/** What the platform does, in one screen, with a machine running in it. */
export function LandingPage() {
  return (
    <>
      <Hero />
      <Steps />
      <Promises />
    </>
  );
}
