import { Button } from "@/components/content/button";

/** A plain form to our own route, which sends the browser on to the organisation's provider. */
export function ProviderSignIn({ label }: { label: string }) {
  return (
    <form method="post" action="/api/auth/oidc">
      <Button>{label}</Button>
    </form>
  );
}
