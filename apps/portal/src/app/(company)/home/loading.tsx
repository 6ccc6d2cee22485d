import { HomeSkeleton } from '../../../areas/home/home-skeleton';

export default function Loading() {
  return <HomeSkeleton />;
}
