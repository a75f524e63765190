import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";

/** Nobody is praised and nothing is counted: it is over, and there is something to do with what one knows. */
export const Over = ({ title = "今天的练完了", children }: { title?: string; children?: string }) => (
  <Empty title={title} action={<><LinkButton href="/suggestions" variant="primary">看下一户建议</LinkButton><LinkButton href="/">回到今日</LinkButton></>}>{children}</Empty>
);
