'use client';

import { Button, Callout, Spinner } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRef, useState, type ChangeEvent } from 'react';
import { useAnswer } from '../../api/use-answer';
import { FormFault } from '../apps/form-fault';
import { CheckDeviceTypeDocument } from '../../generated/documents';
import { FaultList } from './fault-list';
import { ModelParts } from './model-parts';
import { modelOf } from './model-of';
import type { useMakeType } from './use-make-type';

interface Chosen {
  readonly file: string;
  readonly document: string;
}

/** What the document holds, or what is wrong with it. */
function Finding({ chosen, make }: { chosen: Chosen; make: ReturnType<typeof useMakeType> }) {
  const t = useTranslations('deviceTypes.new');
  const check = useAnswer(CheckDeviceTypeDocument, { document: chosen.document });
  if (check.isError) return <FormFault error={check.error} />;
  if (!check.data) {
    return (
      <p role="status" className="flex items-center gap-2 text-14 text-ink-2">
        <Spinner size={16} /> {t('checking', { file: chosen.file })}
      </p>
    );
  }
  const { name, model, faults } = check.data.checkDeviceType;
  if (faults.length > 0) {
    return (
      <Callout tone="danger" role="alert" title={t('faulty', { file: chosen.file, count: faults.length })}>
        <FaultList faults={faults} />
      </Callout>
    );
  }
  const importIt = (
    <Button variant="primary" isLoading={make.isPending} onClick={() => make.mutate({ input: { document: chosen.document } })}>
      {t('import')}
    </Button>
  );
  return (
    <div className="grid gap-6">
      <Callout tone="good" role="status" title={t('fine', { name: name ?? '' })} action={importIt} />
      <ModelParts model={modelOf(model)} headingLevel={3} />
    </div>
  );
}

/** Imports a document once it was found without faults. */
export function FromFile({ make }: { make: ReturnType<typeof useMakeType> }) {
  const t = useTranslations('deviceTypes.new');
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const load = async ({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = currentTarget.files?.[0];
    // The same file, mended, may be chosen again.
    currentTarget.value = '';
    if (file) setChosen({ file: file.name, document: await file.text() });
  };
  return (
    <div className="grid gap-4">
      <input ref={input} type="file" accept=".json,application/json" aria-label={t('chooseFile')} tabIndex={-1} className="sr-only" onChange={(event) => void load(event)} />
      <Button className="justify-self-start" onClick={() => input.current?.click()}>
        {t('chooseFile')}
      </Button>
      {chosen && <Finding chosen={chosen} make={make} />}
    </div>
  );
}
