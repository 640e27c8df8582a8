import { useEffect, useRef } from "react";
import { NotificationBanner } from "@/components/content/notice";
import { SummaryList } from "@/components/content/summary-list";
import type { Finding } from "@/lib/actions/form-state";

/** What was found out, first in the form. Takes focus when it appears, as the error summary does. `answer` counts answers. */
export function Findings({ findings, answer }: { findings: Finding[]; answer: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [answer]);
  return (
    <div ref={box} tabIndex={-1} autoFocus className="grid gap-5" id="findings">
      {findings.map(({ tone, title, sentences, facts }, place) => (
        <div key={place} className="grid gap-3">
          <NotificationBanner tone={tone} title={title}>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </NotificationBanner>
          {facts.length === 0 ? null : (
            <SummaryList rows={facts.map(({ label, value }) => ({ key: label, label, value }))} />
          )}
        </div>
      ))}
    </div>
  );
}
