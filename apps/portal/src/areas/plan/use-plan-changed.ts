'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useToast } from '../../frame/toasts';

/** What follows a change of the plan: it is said, and the page asks anew. */
export function usePlanChanged(): (title: string) => void {
  const toast = useToast();
  const answers = useQueryClient();
  return (title) => {
    toast.show({ title, tone: 'good' });
    for (const key of ['CompanyPlan', 'PlanStates', 'PlanChangePreview']) void answers.invalidateQueries({ queryKey: [key] });
  };
}
