import type { Trait } from "@/db/seed/material/households";
import type { VisitKind } from "@/lib/words/visit";

/** How an account opens: where one came from, what was going on at the door. */
interface Lead {
  text: string;
  needs?: Trait;
}

const lead = (text: string, needs?: Trait): Lead => (needs ? { text, needs } : { text });

export const leads: Readonly<Record<VisitKind, readonly Lead[]>> = {
  household_day: [
    lead("上午到{who}家"), lead("下午去{who}家坐了一会"), lead("跟网格员一起上门"), lead("例会结束顺路过去"),
    lead("进门时{who}正在择菜"), lead("{who}正好在院里晒菜干", "house"), lead("{who}刚从菜场回来"), lead("赶在饭前到的"),
    lead("{who}在门口剥豆子", "house"), lead("雨停了才出门"), lead("按计划走到这一户"), lead("和村里的委员一道上门"),
    lead("第二次来这一户"), lead("{who}刚从外面回来"), lead("坐下来喝了杯茶"), lead("{who}泡了茶慢慢讲"),
    lead("隔了两周又来"), lead("骑车过去的"), lead("从村头走起，第三户就是这里", "house"), lead("{who}放下手里的活招呼"),
    lead("家里正在打扫"), lead("{who}刚送孩子回来", "child"), lead("约好十点，{who}已在等"), lead("带着上次的清单来对"),
    lead("先看了看屋前屋后", "house"), lead("顺着弄堂走过来", "house"), lead("电梯里碰到{who}", "flat"), lead("爬到四楼，门开着", "flat"),
    lead("{who}正在整理阳台", "flat"), lead("天好，{who}在外头晒被子"), lead("和导师一起去的"), lead("今天走访第一户"),
    lead("上次没碰上，这回{who}在家"), lead("坐了二十来分钟"), lead("站在门口聊了一会"), lead("{who}家正在贴地砖", "house"),
  ],
  night_talk: [
    lead("晚饭后去坐了坐"), lead("七点多到，{who}刚吃完饭"), lead("{who}刚下班到家"), lead("一家人围着桌子说话"),
    lead("灯下聊了半个钟头"), lead("和村里书记一起夜访"), lead("电视开着，声音调小了"), lead("孩子在写作业，压低声音聊", "child"),
    lead("白天没碰上，晚上补来"), lead("{who}下了中班才到家"), lead("桌上还摆着碗筷"), lead("约在八点，准时到的"),
    lead("周三晚上人齐"), lead("跟导师一起来夜访"), lead("{who}边泡茶边讲"), lead("今晚走了两家，这是第二家"),
    lead("坐到八点半"), lead("{who}从厂里回来，饭还没吃"), lead("天黑了，打着手电过去"), lead("家里刚收拾完"),
    lead("{who}洗了手坐下来"), lead("敲门时里面正说笑"), lead("知道白天都上班，特意晚上来"), lead("院灯亮着，{who}在等", "house"),
    lead("楼道口碰到{who}散步回来", "flat"), lead("和网格员一道去的"), lead("外面起风，进屋坐下聊"), lead("{who}切了盘水果"),
  ],
  enterprise: [
    lead("上午到厂里"), lead("跟经济发展办的同事一道去"), lead("{who}带着在车间走了一圈"), lead("在办公室坐下来谈"),
    lead("从车间看起"), lead("{who}开完早会就过来了"), lead("赶在午休前到"), lead("第二次来这家企业"),
    lead("先看现场再坐下来"), lead("{who}泡了茶直接讲正题"), lead("带着上次的问题来对"), lead("门卫登记完就进了厂"),
    lead("和村里书记一起走访企业"), lead("下午顺路过去"), lead("{who}手头忙，边走边讲"), lead("约了三点，{who}已在楼下"),
    lead("走到第三家企业"), lead("换了安全鞋进车间"), lead("和导师一起去的"), lead("聊了半个多钟头"),
  ],
};
