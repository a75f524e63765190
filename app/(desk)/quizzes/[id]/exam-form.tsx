"use client";
import type { ExamPaper } from "@/lib/quizzes/reads-exam";

export function ExamForm({ paper }: { paper: ExamPaper }) {
  return <p>{paper.home.name}</p>;
}
