'use client';

import { CodeBlock } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { OnceDialog } from '../../frame/once-dialog';
import { CreateApiKeyDocument } from '../../generated/documents';
import { NewKeyForm } from './new-key-form';

interface NewKeyProps {
  onMade(): void;
  onClose(): void;
}

function Secret({ secret }: { secret: string }) {
  const t = useTranslations('security.keys');
  const frame = useTranslations('frame');
  return (
    <>
      <CodeBlock code={secret} title={t('secret')} label={t('secret')} copyLabel={frame('copy')} copiedLabel={frame('copied')} isWrapped />
      <p className="text-13 text-ink-2">{t('how')}</p>
    </>
  );
}

/** Makes a key, and shows its secret this once. */
export function NewKey({ onMade, onClose }: NewKeyProps) {
  const t = useTranslations('security.keys');
  const create = useChange(CreateApiKeyDocument, { onDone: onMade });
  const secret = create.data?.createApiKey.secret;
  return (
    <OnceDialog
      onClose={onClose}
      asked={{ title: t('newTitle'), makeLabel: t('make'), isPending: create.isPending, form: (id) => <NewKeyForm id={id} error={create.error} onWanted={(input) => create.mutate({ input })} /> }}
      shown={secret ? { title: t('madeTitle'), once: t('once'), keptLabel: t('kept'), content: <Secret secret={secret} /> } : null}
    />
  );
}
