import { Skeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return <Skeleton rows={12} text="正在取预检结果" />;
}
