import { StoreAppSkeleton } from '../../../../areas/store/store-skeleton';

export default function Loading() {
  return <StoreAppSkeleton />;
}
