import { Stat, StatRow } from "@/app/_ui/stat";
import { accountsWaiting } from "@/lib/dashboard/reads";
import type { Desk } from "@/lib/gate/desk";
import { QuietWords } from "./quiet-home";

/** The admin's two numbers: who cannot get in yet, and who cannot get in now. */
export async function AccountsHome({ desk }: { desk: Desk }) {
  const { unopened, locked } = await accountsWaiting(desk);
  return (
    <div className="grid gap-3 lg:max-w-4xl">
      <StatRow label="账号">
        <Stat href="/admin/accounts?state=unopened" label="未开通账号" number={unopened} tone={unopened > 0 ? "warn" : "neutral"} note="发开通码" />
        <Stat href="/admin/accounts?state=locked" label="已锁定账号" number={locked} tone={locked > 0 ? "danger" : "neutral"} note="解除锁定" />
      </StatRow>
      {unopened + locked === 0 && <QuietWords>账号都开通了，也没有锁定的。</QuietWords>}
    </div>
  );
}
