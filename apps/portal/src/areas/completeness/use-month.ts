import { usePathname, useRouter, useSearchParams } from 'next/navigation';

/** The month in the address; null for the one that runs. */
export function useMonth(): readonly [string | null, (month: string) => void] {
  const params = useSearchParams();
  const [path, router] = [usePathname(), useRouter()];
  const choose = (month: string): void => {
    const query = new URLSearchParams(params);
    query.set('month', month);
    router.replace(`${path}?${query.toString()}`, { scroll: false });
  };
  return [params.get('month'), choose];
}
