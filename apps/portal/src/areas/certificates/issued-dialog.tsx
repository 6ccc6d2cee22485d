'use client';

import { Button, Callout, CodeBlock, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { saveFile } from '../apps/csv';
import type { Issued } from './use-issue';

const PEM = 'application/x-pem-file';
const FILES = { certificate: 'machine.crt', key: 'machine.key', authority: 'tenon-machines.crt' } as const;

/** Sends a first value by the certificate. The platform's own certificate is checked by what the machine trusts already. */
function command(host: string, port: number): string {
  return [`mosquitto_pub -h ${host} -p ${port} --tls-use-os-certs`, `--cert ${FILES.certificate} --key ${FILES.key}`, `-q 1 -t v1/devices/me/telemetry -m '{"temperature":23.4}'`].join(' \\\n  ');
}

interface IssuedDialogProps extends Issued {
  readonly machineName: string;
  onClose(): void;
}

/** The new certificate with all that goes with it, this once, and how to try it. */
export function IssuedDialog({ machineName, issued, privateKey, onClose }: IssuedDialogProps) {
  const t = useTranslations('certificates.issued');
  const frame = useTranslations('frame');
  const { mqttTlsPort, host } = issued.endpoint;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('title', { name: machineName })}
      closeLabel={frame('close')}
      size="lg"
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      }
    >
      <div className="grid gap-5">
        {privateKey !== null && <Callout tone="caution">{t('once')}</Callout>}
        <ul className="grid border-t border-line">
          {[
            { file: FILES.key, text: privateKey, note: t('keyNote') },
            { file: FILES.certificate, text: issued.pem, note: t('certificateNote') },
            { file: FILES.authority, text: issued.authorityPem, note: t('authorityNote') },
          ].map(({ file, text, note }) => text !== null && (
            <li key={file} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
              <span className="min-w-0">
                <code className="block font-mono text-14">{file}</code>
                <span className="block text-13 text-ink-2">{note}</span>
              </span>
              <Button onClick={() => saveFile(file, text, PEM)} aria-label={t('saveNamed', { file })}>
                {t('save')}
              </Button>
            </li>
          ))}
        </ul>
        {mqttTlsPort === null ? (
          <Callout title={t('noTlsTitle')}>{t('noTls')}</Callout>
        ) : (
          <CodeBlock code={command(host ?? location.hostname, mqttTlsPort)} language="sh" title={t('try')} label={t('try')} copyLabel={frame('copy')} copiedLabel={frame('copied')} isWrapped />
        )}
      </div>
    </Dialog>
  );
}
