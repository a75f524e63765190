import type { ReactNode } from "react";
import { buttonClass, LinkButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { Progress } from "@/lib/imports/progress";
import type { ImportFile } from "@/lib/imports/reads";
import { goodRows } from "@/lib/imports/rules";
import { clockOf } from "@/lib/kernel/calendar";
import { type Day, spokenDay } from "@/lib/kernel/day";
import { ApplyButton, UndoButton } from "./run-buttons";
import { Running } from "./running";

type StandingProps = { file: ImportFile; progress: Progress | undefined; earlier: { at: Date; by: string } | undefined; today: Day };

/** Where the import stands, in one sentence, with what can be done about it. */
export function Standing({ file, progress, earlier, today }: StandingProps) {
  if (progress && !progress.ended) return <Running importId={file.id} phase={progress.phase} done={progress.done} of={progress.of} />;
  const refused = progress?.ended && !progress.ended.ok ? progress.ended.message : undefined;
  return (
    <>
      {refused && <Notice tone="warn" title={refused} />}
      {file.state === "checked" && <Checked file={file} earlier={earlier} />}
      {file.state === "done" && <Done file={file} today={today} />}
      {file.state === "undone" && <Undone file={file} />}
      {file.state === "stopped" && (
        <Notice title="这次预检已过期" action={<Again file={file} />}>表格里的内容只保留 24 小时，没有导入的已经清除。要导入，重新上传文件。</Notice>
      )}
    </>
  );
}

const n = (count: number) => count.toLocaleString("zh-CN");
const Row = ({ children }: { children: ReactNode }) => <div className="mt-2 flex flex-wrap gap-2">{children}</div>;
const Again = ({ file }: { file: ImportFile }) => <LinkButton href={`/imports?kind=${file.kind}`}>换一个文件</LinkButton>;

function ErrorsLink({ file }: { file: ImportFile }) {
  if (file.errors === 0 || !file.head) return null;
  return <a href={`/api/v1/imports/${file.id}/errors.xlsx`} download className={buttonClass()}>下载错误行</a>;
}

function Checked({ file, earlier }: { file: ImportFile; earlier: StandingProps["earlier"] }) {
  const good = goodRows(file);
  const unchanged = good === 0 && file.errors === 0;
  const title = good > 0 ? `可以导入 ${n(good)} 行：新增 ${n(file.added)}，更新 ${n(file.updated)}`
    : unchanged ? `${n(file.skipped)} 行和现在的资料都一样，不用导入` : "没有可以导入的行";
  return (
    <Notice tone={file.errors > 0 ? "warn" : unchanged ? "ok" : "info"} title={title}>
      {earlier && <p>同一个文件 {clockOf(earlier.at)} 由{earlier.by}导入过{unchanged ? "，这次没有要改的" : ""}。</p>}
      {file.errors > 0 && <p>{n(file.errors)} 行有问题，不会导入。下载错误行，改好再导入那一份就行{good > 0 ? "；其他行现在就可以导入" : ""}。</p>}
      {good > 0 && file.errors === 0 && <p>{file.skipped > 0 && `${n(file.skipped)} 行没有变化，会跳过。`}导入后 7 天内可以整批撤销。</p>}
      <Row>
        {good > 0 && <ApplyButton importId={file.id} rows={good} />}
        <ErrorsLink file={file} />
        <Again file={file} />
      </Row>
    </Notice>
  );
}

function Done({ file, today }: { file: ImportFile; today: Day }) {
  const undo = file.undoUntil && file.undoUntil >= today ? file.undoUntil : undefined;
  const errors = file.errors > 0 ? `，${n(file.errors)} 行有问题` : "";
  return (
    <Notice tone="ok" title={`已导入 ${n(goodRows(file))} 行${errors}`}>
      <p>新增 {n(file.added)}，更新 {n(file.updated)}，跳过 {n(file.skipped)}。{undo ? `到 ${spokenDay(undo)}都可以整批撤销。` : "已过 7 天，不能再整批撤销。"}
        {file.kind === "people" && file.added > 0 && "新增的人要由系统管理员发激活码才能登录。"}</p>
      <Row>
        <ErrorsLink file={file} />
        <LinkButton href={`/${file.kind}`}>{file.kind === "people" ? "看看人员名单" : "看看农户名单"}</LinkButton>
        {undo && <UndoButton importId={file.id} rows={goodRows(file)} />}
      </Row>
    </Notice>
  );
}

function Undone({ file }: { file: ImportFile }) {
  const left = goodRows(file);
  return (
    <Notice title="已撤销这次导入" action={<Again file={file} />}>
      {left > 0 ? `${n(left)} 行保留着，因为导入之后有了别的资料或改动；在下面的“新增”“更新”里逐行写着原因。` : "新增的已经去掉，改过的已经恢复成原来的内容。"}
    </Notice>
  );
}
