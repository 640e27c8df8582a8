import { MailAddress } from "./mail-address";

/** A phone number that a phone can dial. */
export function PhoneLink({ number }: { number: string }) {
  return <a href={`tel:${number.replaceAll(" ", "")}`}>{number}</a>;
}

/** An e-mail address that opens the visitor's own mail program. */
export function MailLink({ address }: { address: string }) {
  return (
    <a href={`mailto:${address.replaceAll("#", "%23")}`}>
      <MailAddress address={address} />
    </a>
  );
}
