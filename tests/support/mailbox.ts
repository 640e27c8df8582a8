import { inject } from "vitest";

/** A mail as the catcher shows it. */
export type Mail = {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
};

const limit = 30_000;

/** Every mail to this address so far, oldest first. */
export async function mailsTo(address: string): Promise<readonly Mail[]> {
  const { mailboxUrl } = inject("application");
  const answer = await fetch(`${mailboxUrl}/api/messages?to=${encodeURIComponent(address)}`);
  return (await answer.json()) as Mail[];
}

/** The first mail to this address that fits, waiting for it up to half a minute. */
export async function mailTo(address: string, fits: (mail: Mail) => boolean = () => true): Promise<Mail> {
  const deadline = Date.now() + limit;
  for (;;) {
    const found = (await mailsTo(address)).findLast(fits);
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`No such mail reached ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The first link in a mail's text whose path starts so, on the running product. */
export function linkIn(mail: Mail, path: string): string {
  const link = mail.text.match(/https?:\/\/\S+/gu)?.find((url) => new URL(url).pathname.startsWith(path));
  if (link === undefined) throw new Error(`No ${path} link in "${mail.subject}"`);
  return link.replace(/[).,]+$/u, "");
}
