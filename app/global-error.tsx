"use client";
import { FaultPage } from "@/components/layout/fault-page";
import words from "@/messages/en/fault.json";
import "./globals.css";

/** The root layout itself failed: this page brings its own document. */
export default function GlobalErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>{words.errorTitle}</title>
        <FaultPage error={error} retry={retry} words={words} />
      </body>
    </html>
  );
}
