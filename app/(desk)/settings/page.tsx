import type { Metadata } from "next";
import { LockCard } from "@/app/_phone/lock-card";
import { Button, LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import { LookSwitch } from "@/app/_ui/look-switch";
import { PageHead } from "@/app/_ui/page-head";
import { myOpenSessions, ownWords } from "@/lib/accounts/reads";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { personAt } from "@/lib/people/reads";
import { SkillsCard } from "../people/skills-card";
import { AboutMe } from "./about-me";
import { signOutHere } from "./actions";
import { LeaveHere } from "./leave-here";
import { PasswordCard } from "./password-form";
import { Places } from "./places";
import { SessionList } from "./session-list";

export const metadata: Metadata = { title: "我的" };

export default async function SettingsPage() {
  const desk = await openDesk();
  const person = await personAt(desk, desk.me.id);
  return (
    <div className="grid gap-3">
      <PageHead title="我的" meta={desk.me.name} />
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <AboutMe desk={desk} />
        {person && <SkillsCard desk={desk} person={person} />}
        <Places me={desk.me} />
        <Card title="字号和外观"><LookSwitch /></Card>
        <Card title="密码">
          <p className="mb-2 text-ink-2">改密码要先输入现在的密码。改好后，其他设备上的登录会退出。</p>
          <DialogButton label="修改密码" title="修改密码"><PasswordCard own={await ownWords(desk)} /></DialogButton>
        </Card>
        {mayOpen.outbox(desk.me) && <LockCard examines={!mayOpen.writeVisits(desk.me)} />}
        {mayOpen.calendar(desk.me) && (
          <Card title="放假安排" aside={<LinkButton href="/calendar" size="row">查看放假安排</LinkButton>}>哪些天放假、哪些周末调休上班，由党建办录入。</Card>
        )}
        <SessionList sessions={await myOpenSessions(desk)} />
        {mayOpen.outbox(desk.me) ? <LeaveHere /> : <form action={signOutHere} className="grid"><Button type="submit" wide>退出登录</Button></form>}
      </div>
    </div>
  );
}
