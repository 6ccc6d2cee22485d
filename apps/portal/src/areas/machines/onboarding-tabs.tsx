'use client';

import { onboardingCommands } from '@tenon/domain/devices';
import { CodeBlock, Tabs } from '@tenon/ui';
import { useTranslations } from 'next-intl';

/** Where the machine's doors are; `host` null means the host by which this page was reached. */
export interface Endpoint {
  readonly host: string | null;
  readonly mqttPort: number;
  readonly httpPort: number;
}

/** One ready command a tab; each sends a first value with the token filled in. */
export function OnboardingTabs({ endpoint, token }: { endpoint: Endpoint; token: string }) {
  const t = useTranslations('machines.connect');
  const host = endpoint.host ?? location.hostname;
  const commands = onboardingCommands({ host, mqttPort: endpoint.mqttPort, httpBaseUrl: `http://${host}:${endpoint.httpPort}`, token });
  const tabs = [
    { value: 'mosquitto', label: 'mosquitto_pub', note: t('mosquittoNote'), code: commands.mosquittoPub },
    { value: 'curl', label: 'curl', note: t('curlNote'), code: commands.curl },
    { value: 'node', label: 'Node', note: t('nodeNote'), code: commands.node },
    { value: 'python', label: 'Python', note: t('pythonNote'), code: commands.python },
  ];
  return (
    <Tabs
      label={t('ways')}
      items={tabs.map(({ value, label, note, code }) => ({
        value,
        label,
        content: (
          <div className="grid gap-3 pt-3">
            <p className="text-13 text-ink-2">{note}</p>
            <CodeBlock code={code} language="sh" label={t('command', { way: label })} copyLabel={t('copy')} copiedLabel={t('copied')} isWrapped />
          </div>
        ),
      }))}
    />
  );
}
