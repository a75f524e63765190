import type { ExamPaper } from "@/lib/quizzes/reads-exam";

/** Whose door it is, in as few words as find it; who is examined there, and what they may have known of it. */
export function ExamHead({ paper: { home, examinee, over, notes } }: { paper: ExamPaper }) {
  return (
    <section aria-label="考这一户" className="rounded-2 border border-line bg-bg px-3 py-2">
      <p className="text-lg leading-tight font-semibold">{home.name} 户 · {home.village} {home.group}</p>
      <p>户号 {home.code}</p>
      <p className="mt-1 text-sm text-ink-2">考核对象 {examinee} · {over}</p>
      {notes.map((note) => <p key={note} className="text-sm text-ink-2">{note}</p>)}
    </section>
  );
}
