'use client';

import { useQueryClient } from '@tanstack/react-query';

/** Looks again at everything that shows where machines stand. */
export function usePlantChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return async () => {
    await Promise.all(['PlantTree', 'Machines', 'Machine', 'Home', 'Tags'].map((name) => cache.invalidateQueries({ queryKey: [name] })));
  };
}
