import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { sizeCookie, sizeFrom, themeCookie, themeFrom } from "@/app/_ui/look";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "青蓝", template: "%s · 青蓝" },
  description: "青年干部的走访、结对与成长",
  icons: { icon: "/icon.svg", apple: "/apple-touch-icon.png" },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#12161c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const said = await cookies();
  const theme = themeFrom(said.get(themeCookie)?.value);
  const size = sizeFrom(said.get(sizeCookie)?.value);
  return (
    <html lang="zh-CN" data-theme={theme} data-size={size} suppressHydrationWarning>
      <body>
        <p className="old-browser">
          这台电脑的浏览器版本太旧，打不开本系统。用 Edge 或新版 360 浏览器的“极速模式”。
        </p>
        {children}
      </body>
    </html>
  );
}
