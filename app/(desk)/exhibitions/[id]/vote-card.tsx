import { Card } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import { QrCode } from "@/app/_ui/qr-code";
import type { ExhibitionRow } from "@/lib/exhibitions/reads";
import type { Desk } from "@/lib/gate/desk";
import { ourOrigins } from "@/lib/gate/origin";
import { Press } from "../../pairings/press";
import { closeExhibition } from "../actions";

/** The way in for the audience, to be thrown on the wall or put up on paper; how many have come, and the end. */
export async function VoteCard({ desk, exhibition: { id: exhibitionId, title } }: { desk: Desk; exhibition: ExhibitionRow }) {
  const cast = await desk.ballotsCast(exhibitionId);
  const address = `${ourOrigins()[0]}/exhibitions/${exhibitionId}/vote`;
  return (
    <Card title="观众投票" aside={<span className="text-sm text-ink-2 no-print">已有 {cast} 人投票</span>} className="print:order-first print:break-after-page print:border-0">
      <div className="grid justify-items-center gap-3 text-center">
        <QrCode text={address} label="投票地址的二维码" className="max-w-72 2xl:max-w-none print:max-w-[12cm]" />
        <p className="text-lg font-semibold 2xl:text-2xl print:text-2xl">手机扫一扫，登录后投票</p>
        <p className="text-sm text-balance break-all text-ink-2">{address}</p>
        <p className="text-sm text-balance text-ink-2 no-print">一人投一次。结束以前谁也看不到票数，党建办只看得到有几个人投了。打印这一页可以张贴。</p>
        <DialogButton label="结束投票" title={`结束“${title}”的投票`} variant="primary">
          <p className="mb-3">结束后马上计票，大家都看得到结果，不能再开。现在有 {cast} 人投了票。</p>
          <Press send={closeExhibition} input={{ exhibitionId }} variant="danger">结束投票并计票</Press>
        </DialogButton>
      </div>
    </Card>
  );
}
