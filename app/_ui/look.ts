/** How a person wants the pages to look on this device: kept in two cookies, read by the root layout. */
export const sizes = { standard: "标准", large: "大字", huge: "特大字" } as const;
export const themes = { auto: "跟随系统", light: "浅色", dark: "深色" } as const;
export type Size = keyof typeof sizes;
export type Theme = keyof typeof themes;

export const sizeCookie = "ql-size";
export const themeCookie = "ql-theme";

/** A cookie may say anything: what is not a size is the standard size. */
export const sizeFrom = (said: string | undefined): Size => (said === "large" || said === "huge" ? said : "standard");
export const themeFrom = (said: string | undefined): Theme => (said === "light" || said === "dark" ? said : "auto");
