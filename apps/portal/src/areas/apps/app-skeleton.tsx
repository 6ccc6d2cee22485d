import { Skeleton } from '@tenon/ui';

/** A result page before its subscription is known. */
export function AppSkeleton({ hasHead = true }: { hasHead?: boolean }) {
  return (
    <div className="grid grid-cols-1 gap-8" aria-hidden="true">
      {hasHead && (
        <div className="grid grid-cols-1 gap-2">
          <Skeleton width={120} height={20} />
          <Skeleton width="70%" height={28} />
        </div>
      )}
      <div className="grid grid-cols-2 gap-px border-t border-ink md:grid-cols-3 xl:grid-cols-5">
        {['a', 'b', 'c', 'd', 'e'].map((key) => (
          <div key={key} className="p-4">
            <Skeleton height={76} />
          </div>
        ))}
      </div>
      <Skeleton height={280} />
    </div>
  );
}
