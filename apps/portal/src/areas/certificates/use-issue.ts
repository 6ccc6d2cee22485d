'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/request';
import { IssueCertificateDocument, type IssueCertificateMutation } from '../../generated/documents';

/** A certificate that was just given; with its key where that was made here. */
export interface Issued {
  readonly issued: IssueCertificateMutation['issueDeviceCertificate'];
  readonly privateKey: string | null;
}

interface Wish {
  /** What the machine wrote itself; empty where the key is made here. */
  readonly written: string;
  readonly days: number;
}

/** Has a machine given a certificate. */
export function useIssue(deviceId: string, onDone: (done: Issued) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ written, days }: Wish): Promise<Issued> => {
      // Loaded when somebody wants it: it is larger than the rest of the page.
      const made = written === '' ? await (await import('./make-request')).makeRequest() : { request: written, privateKey: null };
      const { issueDeviceCertificate } = await request(IssueCertificateDocument, { input: { deviceId, request: made.request, days } });
      return { issued: issueDeviceCertificate, privateKey: made.privateKey };
    },
    onSuccess: async (done) => {
      await cache.invalidateQueries({ queryKey: ['MachineCertificates'] });
      onDone(done);
    },
    retry: false,
  });
}
