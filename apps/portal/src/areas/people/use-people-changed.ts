'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useToast } from '../../frame/toasts';

const CONCERNED = ['Members', 'Invitations', 'Roles', 'MemberAccess', 'OwnAccess'];

/** What follows a change of people or roles: whatever shows them is asked again, and a line says it is done. */
export function usePeopleChanged(): (title: string) => void {
  const cache = useQueryClient();
  const toast = useToast();
  return (title) => {
    for (const name of CONCERNED) void cache.invalidateQueries({ queryKey: [name] });
    toast.show({ title, tone: 'good' });
  };
}
