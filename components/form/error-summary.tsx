"use client";
import { useEffect, useRef } from "react";
import type { FormState } from "@/lib/actions/form-state";
import type { FormWords } from "./field-spec";

/**
 * What is wrong, first on the page, with a link to each field. Takes focus when it appears: by `autofocus` without
 * JavaScript, by the effect with it. The alert is a child of the focused box, or screen readers say it twice.
 */
export function ErrorSummary({
  state,
  words,
  idPrefix,
}: {
  state: FormState;
  words: FormWords;
  idPrefix: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    // The server names the page so already where it answered a browser that had not loaded the scripts yet.
    const plain = document.title.replace(words.errorPrefix, "");
    const named = words.errorPrefix + plain;
    document.title = named;
    return () => {
      // After a form that led on, the next page has named itself already.
      if (document.title === named) document.title = plain;
    };
  }, [state, words.errorPrefix]);
  return (
    <div ref={box} tabIndex={-1} autoFocus className="error-summary">
      <div role="alert">
        <h2 className="error-summary-title">{words.errorTitle}</h2>
        {state.form ? <p>{state.form}</p> : null}
        <ul>
          {Object.entries(state.fields).flatMap(([name, sentences]) =>
            sentences.map((sentence) => (
              <li key={name + sentence}>
                <a href={`#${idPrefix}${name}`}>{sentence}</a>
              </li>
            )),
          )}
        </ul>
      </div>
    </div>
  );
}
