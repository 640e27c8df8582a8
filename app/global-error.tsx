"use client";
import { FaultPage } from "@/components/layout/fault-page";
import words from "@/messages/en/fault.json";
import "./globals.css";

/**
 * The one page for faults, wherever they happen; it brings its own document. No `error.tsx` beside it: the root layout holds
 * nothing worth keeping, and each boundary is one more file that every page loads. Its words come straight from their file,
 * since it cannot ask the server for them.
 */
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
