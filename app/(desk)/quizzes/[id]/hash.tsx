import { grouped } from "@/lib/quizzes/rules";

/** A hash in groups, so that two people can read it to each other and it breaks where it may. */
export const Hash = ({ of }: { of: string }) => (
  <code className="block text-sm break-words">{grouped(of).join(" ")}</code>
);
