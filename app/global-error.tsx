"use client";
import { unstable_rethrow } from "next/navigation";
import { Component, type ReactNode } from "react";
import { FaultPage } from "@/components/layout/fault-page";
import words from "@/messages/en/fault.json";
import "./globals.css";

// The fault page for what breaks in a browser with JavaScript; a page that breaks on the server is answered with app/fault.
// Both boundaries are one module that the root layout names: a file of its own would be one more request of every page.
// Its words come straight from their file, since it cannot ask the server for them.

/** Around every page. A form whose action throws ends here too. */
export class FaultBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    // A redirect or "not found" on its way up is Next.js's own affair.
    unstable_rethrow(error);
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <FaultPage error={error} retry={() => this.setState({ error: null })} words={words} />;
  }
}

/** For a fault in the root layout itself; it brings its own document. */
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
