import { DeadEnd } from "@/app/_ui/dead-end";

export default function NotFoundHere() {
  return <DeadEnd framed />;
}
