import { StoreSkeleton } from '../../../areas/store/store-skeleton';

export default function Loading() {
  return <StoreSkeleton />;
}
