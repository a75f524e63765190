import { buttonClass } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";

type Props = { href: string; opened: boolean; what: "户" | "人" };

/** How whoever does not trust this page reckons it again without it. */
export const HowCard = ({ href, opened, what }: Props) => (
  <Card title="自己再算一遍">
    <ol className="mb-3 grid list-decimal gap-1 pl-[1.5em]">
      <li>{what === "户" ? "范围指纹是范围全文" : "名单指纹是名单全文"}的 SHA-256，密钥指纹是密钥 32 个字节的 SHA-256。抽取以前就公布了，和那时抄下、拍下的对一对。</li>
      <li>把算法名、{what === "户" ? "范围" : "名单"}指纹、第几次、数字和编号依次排好，用密钥算 HMAC-SHA256，{what === "户" ? "先比村社，再比村里的户" : "先排村社，再排村里的人和考官"}，得数最小的就是抽到的。</li>
      <li>规则全文、三组例子和一段 Python 在程序自带的 docs/draw.md 和 tests/rules/draw.py 里，不用这个系统也能算。</li>
    </ol>
    <a href={href} download className={buttonClass()}>下载核对材料</a>
    <p className="mt-2 text-sm text-ink-2">{opened ? "一个文本文件：指纹、密钥、数字、抽到的编号和冻结的全文，里面只有编号，没有姓名。" : "一个文本文件：指纹和冻结的全文，里面只有编号，没有姓名。密钥公开以后再下载一次。"}</p>
  </Card>
);
