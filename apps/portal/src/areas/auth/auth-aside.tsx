import { getTranslations } from 'next-intl/server';

/** Beside the form: what awaits behind it, as three plain steps. */
export async function AuthAside() {
  const t = await getTranslations('auth.aside');
  const steps = ['one', 'two', 'three'] as const;
  return (
    <div className="grid max-w-sm gap-6">
      <p className="text-20 font-semibold">{t('title')}</p>
      <ol className="grid gap-4">
        {steps.map((step, index) => (
          <li key={step} className="grid grid-cols-[2rem_1fr] gap-2 border-t border-line pt-4">
            <span className="tn-num text-14 text-ink-2">{index + 1}</span>
            <span className="text-14">{t(step)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
