import type { Metadata } from "next";
import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import { PageHead } from "@/app/_ui/page-head";
import { To } from "@/app/_ui/to";
import { openDesk } from "@/lib/gate/session";
import { keys, promises, sights, week } from "./help-words";

export const metadata: Metadata = { title: "帮助" };

export default async function HelpPage() {
  await openDesk();
  return (
    <div className="grid gap-3">
      <PageHead title="帮助" meta="谁看得到什么、一周怎么过、按键" />
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <Card title="谁看得到什么"><FactsList facts={sights} /></Card>
        <Card title="一周怎么过"><FactsList facts={week} /></Card>
        <Card title="这里不做的事"><ul className="grid list-disc gap-1.5 pl-5">{promises.map((line) => <li key={line}>{line}</li>)}</ul></Card>
        <Card title="按键（电脑上）"><FactsList facts={keys} /></Card>
        <Card title="没信号的时候">
          <p>写的内容边写边存在手机上，只有你自己登录才能打开。提交时没网，会先存本机，有网自动发送。每一条到哪了，看“我的”里的待发送。在“我的”里设一个 6 位口令，没网也能打开：记走访、看待发送和自己的农户；没设口令，下村前先把“记走访”打开。</p>
        </Card>
        <Card title="提醒">
          <p>请你补充、转交给你、结对有变化、好些天没有帮带，右上角的铃铛会有数字，点开写着为什么提醒你。事情办好，提醒自己收起。请你补充的，半小时内合在一起提醒。18 点到第二天 8 点和休息日不提醒。</p>
        </Card>
        <Card title="还是不清楚">
          <p>用的时候不顺手、觉得不合理，都可以写进<To href="/feedback" className="link underline">投诉建议</To>，5 个工作日内答复。忘了密码，找系统管理员要一张激活码。</p>
        </Card>
      </div>
    </div>
  );
}
