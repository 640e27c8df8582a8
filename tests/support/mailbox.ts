import { application } from "./own-application";

/** A mail as the catcher shows it. */
export type Mail = {
  readonly id: string;
  /** An instant, ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly files: readonly { readonly name: string; readonly text: string }[];
};

const limit = 30_000;

/** Every mail to this address so far, oldest first. */
export async function mailsTo(address: string): Promise<readonly Mail[]> {
  const { mailboxUrl } = application();
  const read = async (path: string): Promise<unknown> =>
    (await fetch(`${mailboxUrl}/api/messages${path}`)).json();
  const { messages } = (await read(`?to=${encodeURIComponent(address)}`)) as { messages: { id: string }[] };
  const ids = messages.map(({ id }) => id).toSorted();
  return Promise.all(ids.map(async (id) => (await read(`/${id}`)) as Mail));
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
