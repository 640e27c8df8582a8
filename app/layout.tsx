import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/layout/skip-link";
import { pageTitle } from "./_titles/page-title";
import { FaultBoundary } from "./global-error";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("design.words");
  return {
    title: { default: t("product"), template: await pageTitle("%s", t("product")) },
    formatDetection: { telephone: false, address: false, email: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** Reads the request so that every page is rendered per request: a page built ahead cannot carry a nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await headers();
  const t = await getTranslations("design.words");
  return (
    <html lang="en-GB">
      <body>
        <SkipLink label={t("skip")} />
        <FaultBoundary>{children}</FaultBoundary>
      </body>
    </html>
  );
}
