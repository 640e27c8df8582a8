/** An e-mail address that may break after its @, and not in the middle of a word. */
export function MailAddress({ address }: { address: string }) {
  const at = address.indexOf("@") + 1;
  return (
    <span>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  );
}
