// One ASCII addr-spec, or nothing. What is checked here is put into envelopes and headers without further quoting.
const addrSpec =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** True for one plain e-mail address that is safe to hand to a mail server as it is. */
export function isMailAddress(address: string): boolean {
  return (
    address.length <= 254 && addrSpec.test(address) && !address.startsWith(".") && !address.includes("..")
  );
}
