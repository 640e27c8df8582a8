import { afterAll, beforeAll } from "vitest";
import { startMailSink, type MailSink, type Manner } from "./mail-sink";

/** A mail server that is there inside a test file's tests and hooks. */
export function useMailSink(manner: Manner = {}): Omit<MailSink, "stop"> {
  let started: MailSink | undefined;
  const sink = (): MailSink => {
    if (started === undefined) throw new Error("The mail server starts before the first test.");
    return started;
  };
  beforeAll(async () => {
    started = await startMailSink(manner);
  });
  afterAll(() => started?.stop());
  return {
    get url() {
      return sink().url;
    },
    lines: () => sink().lines(),
  };
}
