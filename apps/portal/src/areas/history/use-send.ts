'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { request } from '../../api/request';
import { sendFile } from '../../api/send-file';
import { BeginHistoryImportDocument, type HistoryImportLineFragment } from '../../generated/documents';

const DOOR = { path: '/api/history/upload', codes: 'HISTORY.' };

export interface Send {
  /** The name of the file that is on its way; empty before there is one. */
  readonly file: string;
  /** How much of it has come, from 0 to 1. */
  readonly share: number;
  readonly isSending: boolean;
  readonly error: unknown;
  start(file: File): void;
  stop(): void;
}

interface SendOptions {
  readonly onDone: (id: string) => void;
  /** An import whose file is not there yet: the same file goes on where it broke off. */
  readonly open?: HistoryImportLineFragment | undefined;
}

/** A file on its way to the platform. Leaving the page stops it; choosing the same file on the import's page goes on with it. */
export function useSend({ onDone, open }: SendOptions): Send {
  const cache = useQueryClient();
  const [file, setFile] = useState('');
  const [share, setShare] = useState(0);
  const stopping = useRef(new AbortController());
  useEffect(() => () => stopping.current.abort(), []);
  const sending = useMutation({
    retry: false,
    mutationFn: async (chosen: File) => {
      const { id, receivedBytes } = open?.fileBytes === chosen.size ? open : (await request(BeginHistoryImportDocument, { input: { fileName: chosen.name, fileBytes: chosen.size } })).beginHistoryImport;
      await sendFile({ door: DOOR, id, file: chosen, from: receivedBytes, signal: stopping.current.signal, onSent: (bytes) => setShare(bytes / chosen.size) });
      return id;
    },
    onSuccess: onDone,
    onSettled: () => cache.invalidateQueries({ queryKey: ['HistoryImports'] }),
  });
  return {
    file,
    share,
    isSending: sending.isPending,
    error: stopping.current.signal.aborted ? null : sending.error,
    start: (chosen) => {
      stopping.current = new AbortController();
      setFile(chosen.name);
      setShare(0);
      sending.mutate(chosen);
    },
    stop: () => stopping.current.abort(),
  };
}
