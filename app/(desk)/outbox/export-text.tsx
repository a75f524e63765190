"use client";
import { Button } from "@/app/_ui/button";

/** The words as a file, for whoever wants them elsewhere: made here, so it works without a network. */
export function ExportText({ text, name }: { text: string; name: string }) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([`\ufeff${text}\n`], { type: "text/plain;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${name}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return <Button onClick={save}>导出文字</Button>;
}
