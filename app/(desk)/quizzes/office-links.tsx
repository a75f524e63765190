import { LinkButton } from "@/app/_ui/button";

/** What the office keeps beside the exams themselves. */
export const OfficeLinks = () => (
  <>
    <LinkButton href="/quizzes/plans">考核计划</LinkButton>
    <LinkButton href="/quizzes/coverage">考核覆盖</LinkButton>
    <LinkButton href="/quizzes/statistics">考核统计</LinkButton>
  </>
);
