"use client";
import { Chips } from "@/app/_ui/chips";
import { sizeFrom, sizes, themeFrom, themes } from "@/app/_ui/look";
import { useLook } from "@/app/_ui/look-store";

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** 字号 and 外观 with every choice in sight: for 我的 and 设置. */
export function LookSwitch() {
  const { size, theme, chooseSize, chooseTheme } = useLook();
  return (
    <div className="grid gap-3">
      <Chips legend="字号" name="look-size" options={options(sizes)} chosen={size}
        onChange={(event) => chooseSize(sizeFrom(event.currentTarget.value))} />
      <Chips legend="外观" name="look-theme" options={options(themes)} chosen={theme}
        onChange={(event) => chooseTheme(themeFrom(event.currentTarget.value))} />
    </div>
  );
}
