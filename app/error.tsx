"use client";
import { FaultPage } from "@/components/layout/fault-page";
import words from "@/messages/en/fault.json";

/** Words come straight from their file: an error boundary cannot ask the server for them. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <FaultPage error={error} retry={retry} words={words} />;
}
