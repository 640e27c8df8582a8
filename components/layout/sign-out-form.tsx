import { Button } from "@/components/content/button";

/** Signs out. A plain form: works without JavaScript, and its answer clears what the browser kept. */
export function SignOutForm({ label }: { label: string }) {
  return (
    <form method="post" action="/api/auth/sign-out">
      <Button tone="quiet">{label}</Button>
    </form>
  );
}
