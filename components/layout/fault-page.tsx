"use client";
import { PlainPage } from "./plain-page";

export type FaultWords = {
  errorTitle: string;
  errorLead: string;
  errorNext: string;
  reach: string;
  reference: string;
  retry: string;
};

/** Our fault, said so, with a way on, how to reach us, and the reference that finds it in our log. */
export function FaultPage({ error, retry, words }: { error: unknown; retry: () => void; words: FaultWords }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  const here = typeof location === "undefined" ? "/" : location.pathname;
  return (
    <PlainPage
      title={words.errorTitle}
      lead={words.errorLead}
      action={
        <button type="button" className="button" data-tone="primary" onClick={retry}>
          {words.retry}
        </button>
      }
    >
      <p>{words.errorNext}</p>
      <p>
        <a href={`/fault?at=${encodeURIComponent(here)}`}>{words.reach}</a>
      </p>
      {digest ? (
        <p>
          {words.reference} <span className="reference">{digest}</span>
        </p>
      ) : null}
    </PlainPage>
  );
}
