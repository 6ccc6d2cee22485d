'use client';

import { useToast } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { answerKey } from '../../api/document';
import { CompanyDocument, type CompanyFactsFragment } from '../../generated/documents';

/** What follows a change of a company: its page shows it, lists and trail are asked again, a line says it is done. */
export function useCompanyChanged(): (company: CompanyFactsFragment, title: string) => void {
  const cache = useQueryClient();
  const toast = useToast();
  return (company, title) => {
    cache.setQueryData(answerKey(CompanyDocument, { id: company.id }), { company });
    void cache.invalidateQueries({ queryKey: ['Companies'] });
    void cache.invalidateQueries({ queryKey: ['CompanyTrail'] });
    toast.show({ title, tone: 'good' });
  };
}
