'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { request } from '../../api/request';
import { sendFile } from '../../api/send-file';
import { BeginOtaPackageDocument, type BeginOtaPackageInput, type PackageLineFragment } from '../../generated/documents';

const DOOR = { path: '/api/ota/upload', codes: 'OTA_PACKAGE.' };

/** What is said of a package beside its file. */
type Said = Pick<BeginOtaPackageInput, 'kind' | 'title' | 'version' | 'typeId'>;

/** A package on its way to the platform. What broke off goes on when the same file is sent again under the same name, as long as the page is open. @param onDone called when it is all there */
export function usePackageUpload(onDone: () => void) {
  const cache = useQueryClient();
  const [share, setShare] = useState(0);
  const begun = useRef<PackageLineFragment | null>(null);
  const stopping = useRef(new AbortController());
  useEffect(() => () => stopping.current.abort(), []);
  const sending = useMutation({
    retry: false,
    mutationFn: async ({ file, said }: { file: File; said: Said }) => {
      const known = begun.current;
      const isSame = known?.kind === said.kind && known.title === said.title.trim() && known.version === said.version.trim() && known.sizeBytes === file.size && known.fileName === file.name;
      const one = isSame ? known : (await request(BeginOtaPackageDocument, { input: { ...said, fileName: file.name, sizeBytes: file.size } })).beginOtaPackage;
      begun.current = one;
      await sendFile({ door: DOOR, id: one.id, file, from: one.receivedBytes, signal: stopping.current.signal, onSent: (bytes) => setShare(bytes / file.size) });
      begun.current = null;
    },
    onSuccess: onDone,
    onSettled: () => cache.invalidateQueries({ queryKey: ['OtaPackages'] }),
  });
  return {
    share,
    isSending: sending.isPending,
    error: stopping.current.signal.aborted ? null : sending.error,
    start: (file: File, said: Said): void => {
      stopping.current = new AbortController();
      setShare(0);
      sending.mutate({ file, said });
    },
    stop: (): void => stopping.current.abort(),
  };
}
