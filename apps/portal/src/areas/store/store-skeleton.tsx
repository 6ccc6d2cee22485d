import { Skeleton } from '@tenon/ui';

/** The shelf before its apps are known. */
export function StoreRowsSkeleton() {
  return (
    <div aria-hidden="true" className="border-t border-ink">
      {['a', 'b', 'c'].map((key) => (
        <div key={key} className="flex gap-4 border-b border-line px-1 py-4">
          <Skeleton width={44} height={44} />
          <div className="grid flex-1 gap-2">
            <Skeleton width={180} height={22} />
            <Skeleton width="70%" height={18} />
          </div>
        </div>
      ))}
    </div>
  );
}

export function StoreSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-6" aria-hidden="true">
      <div className="grid grid-cols-1 gap-2">
        <Skeleton width={96} height={20} />
        <Skeleton width="60%" height={28} />
      </div>
      <Skeleton width={288} height={36} />
      <StoreRowsSkeleton />
    </div>
  );
}

export function StoreAppSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-8" aria-hidden="true">
      <div className="flex gap-4">
        <Skeleton width={56} height={56} />
        <div className="grid flex-1 gap-2">
          <Skeleton width={160} height={20} />
          <Skeleton width="60%" height={28} />
        </div>
      </div>
      <Skeleton lines={6} />
    </div>
  );
}
