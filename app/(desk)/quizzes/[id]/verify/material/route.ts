import { mayOpen } from "@/lib/gate/policy";
import { deskOfRequest } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { materialOfQuiz } from "@/lib/quizzes/material";
import { quizVerified } from "@/lib/quizzes/reads-verify";
import { textFile, nothing } from "../../../text-file";

/** 核对材料 of one quiz, to be reckoned again elsewhere. */
export async function GET(_: Request, { params }: RouteContext<"/quizzes/[id]/verify/material">): Promise<Response> {
  const desk = await deskOfRequest();
  const id = idFrom<"quiz">((await params).id);
  const verified = desk && id && mayOpen.quizzes(desk.me) ? await quizVerified(desk, id) : undefined;
  if (!verified?.frame) return nothing();
  const { quiz, frame, secret, draws } = verified;
  const { frameHash, secretHash } = quiz;
  return textFile(`抽户核对材料 ${quiz.id}.txt`, materialOfQuiz(quiz.id, { frameHash, secretHash, frame: frame.text, secret: secret?.secret }, draws));
}
