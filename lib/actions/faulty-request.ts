import { headers } from "next/headers";

/** The requests whose form came back with errors, known by their headers: the one object that action and page share. */
const faulty = new WeakSet<object>();

/** Remembers, while this request lasts, that its form is shown again with what is wrong. */
export async function markFaulty(): Promise<void> {
  faulty.add(await headers());
}

/** Whether this request posted a form that comes back with errors: so it is only without JavaScript. */
export async function isFaulty(): Promise<boolean> {
  return faulty.has(await headers());
}
