'use client';

import { Button, PageHeader, Skeleton } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter, useSearchParams } from 'next/navigation';
import { useId, useRef } from 'react';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { Failure } from '../../errors/failure';
import { useToast } from '../../frame/toasts';
import { PublisherDocument, SubmitVersionDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';
import { EXAMPLE_TEXT } from './example-manifest';
import { FindingsList } from './findings-list';
import { ManifestEditor, type EditorHandle } from './manifest-editor';
import { ManifestHelp } from './manifest-help';
import { ManifestTools } from './manifest-tools';
import { nextVersionText } from './next-version';
import { RegisterPublisher } from './register-form';
import { faultyLinesOf, findingsOf, useManifestText } from './use-manifest-text';
import { useOwnVersion } from './use-own-version';

function useSubmit(manifest: ReturnType<typeof useManifestText>) {
  const t = useTranslations('developer.submit');
  const toast = useToast();
  const router = useRouter();
  const cache = useQueryClient();
  return useChange(SubmitVersionDocument, {
    onDone: ({ submitAppVersion: result }) => {
      if (result.__typename === 'ManifestRejected') {
        manifest.reject(result.problems);
        return;
      }
      toast.show({ title: t('done', { slug: result.slug, version: result.version }), tone: 'good' });
      void cache.invalidateQueries({ queryKey: ['PublisherVersions'] });
      router.push(`/developer/versions/${result.id}`);
    },
  });
}

/** The manifest with its problems beside it. */
function SubmitForm({ first }: { first: string }) {
  const t = useTranslations('developer.submit');
  const maySubmit = useMay('app-version:submit');
  const manifest = useManifestText(first);
  const change = useSubmit(manifest);
  const editor = useRef<EditorHandle>(null);
  const findingsId = useId();
  const { text, findings } = manifest;
  const submit = async (): Promise<void> => {
    const found = await findingsOf(text);
    manifest.setFindings(found);
    if (found.kind === 'clean') change.mutate({ input: { manifest: found.manifest } });
    if (found.kind === 'syntax') editor.current?.show({ from: found.offset, to: found.offset + 1 });
    if (found.kind === 'problems' && found.problems[0]) editor.current?.show(found.problems[0].place);
  };
  return (
    <div className="grid min-w-0 grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 grid-cols-1 content-start gap-4">
        <FormFault error={change.error} />
        <ManifestTools text={text} onChange={manifest.write} />
        <ManifestEditor ref={editor} label={t('manifest')} text={text} faultyLines={faultyLinesOf(findings)} isInvalid={findings.kind === 'problems' || findings.kind === 'syntax'} describedBy={findingsId} onChange={manifest.write} />
        <div className="flex flex-wrap items-center gap-4">
          <Button variant="primary" size="lg" isLoading={change.isPending} loadingLabel={t('pending')} disabled={!maySubmit} onClick={() => void submit()}>
            {t('submit')}
          </Button>
          {!maySubmit && <p className="text-13 text-ink-3">{t('mayNot')}</p>}
        </div>
      </div>
      <div className="grid grid-cols-1 content-start gap-8">
        <FindingsList id={findingsId} findings={findings} onShow={(place) => editor.current?.show(place)} />
        <ManifestHelp />
      </div>
    </div>
  );
}

/** A form that begins with a version that was sent back, its number raised. */
function AgainForm({ versionId }: { versionId: string }) {
  const query = useOwnVersion(versionId);
  if (query.isPending) return <Skeleton height={480} />;
  return <SubmitForm first={query.data ? nextVersionText(query.data.manifest) : EXAMPLE_TEXT} />;
}

/** Submitting a version of an app by its manifest. */
export function SubmitPage() {
  const t = useTranslations('developer.submit');
  const versionId = useSearchParams().get('from');
  const query = useAnswer(PublisherDocument, {});
  if (query.isError && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />;
  if (query.data && !query.data.publisher) return <RegisterPublisher />;
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader title={t('title')} answer={t('answer')} />
      {!query.data && <Skeleton height={480} />}
      {query.data && (versionId ? <AgainForm versionId={versionId} /> : <SubmitForm first={EXAMPLE_TEXT} />)}
    </div>
  );
}
