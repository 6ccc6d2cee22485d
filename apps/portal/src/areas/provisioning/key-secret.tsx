'use client';

import { provisioningCommands } from '@tenon/domain/devices';
import { CodeBlock } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { CreateProvisioningKeyMutation } from '../../generated/documents';

/** A key and its secret, with commands by which a machine asks. */
export function KeySecret({ made: { key, secret, endpoint } }: { made: CreateProvisioningKeyMutation['createProvisioningKey'] }) {
  const t = useTranslations('provisioning');
  const frame = useTranslations('frame');
  const host = endpoint.host ?? location.hostname;
  const { curl, request } = provisioningCommands({ httpBaseUrl: `http://${host}:${endpoint.httpPort}`, key: key.key, secret, deviceName: t('exampleName') });
  const copy = { copyLabel: frame('copy'), copiedLabel: frame('copied'), isWrapped: true };
  return (
    <>
      <CodeBlock code={key.key} title={t('keyLabel')} label={t('keyLabel')} {...copy} />
      <CodeBlock code={secret} title={t('secretLabel')} label={t('secretLabel')} {...copy} />
      <CodeBlock code={curl} language="sh" title={t('curlLabel')} label={t('curlLabel')} {...copy} />
      <div className="grid gap-2">
        <p className="text-13 text-ink-2">{t('mqttNote', { host, port: endpoint.mqttPort })}</p>
        <CodeBlock code={request} title={t('mqttLabel')} label={t('mqttLabel')} {...copy} />
      </div>
    </>
  );
}
