'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { asUnreachable, readRest } from '../../api/answer';
import { useChange } from '../../api/use-change';
import { ApiError } from '../../errors/api-error';
import { useToast } from '../../frame/toasts';
import { RemoveLogoDocument } from '../../generated/documents';

/** What is refused without being sent. */
const LARGEST_BYTES = 1_000_000;

interface LogoChange {
  upload(file: File): void;
  remove(): void;
  readonly isUploading: boolean;
  readonly isRemoving: boolean;
  readonly error: unknown;
}

async function send(file: File): Promise<void> {
  if (file.size > LARGEST_BYTES) throw new ApiError('LOGO.TOO_LARGE');
  const response = await fetch('/api/company/upload-logo', { method: 'POST', headers: { 'content-type': 'application/octet-stream', accept: 'application/json' }, body: file }).catch(asUnreachable);
  await readRest(response);
}

/** Changes the company's logo; every page shows the new one. */
export function useLogoChange(): LogoChange {
  const t = useTranslations('settings.logo');
  const toast = useToast();
  const router = useRouter();
  const done = (title: string) => (): void => {
    toast.show({ title, tone: 'good' });
    router.refresh();
  };
  const upload = useMutation({ mutationFn: send, onSuccess: done(t('saved')) });
  const removal = useChange(RemoveLogoDocument, { onDone: done(t('removed')) });
  return {
    upload: (file) => {
      removal.reset();
      upload.mutate(file);
    },
    remove: () => {
      upload.reset();
      removal.mutate({});
    },
    isUploading: upload.isPending,
    isRemoving: removal.isPending,
    error: upload.error ?? removal.error,
  };
}
