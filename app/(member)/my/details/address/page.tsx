import { addressFields } from "@/app/_resident/address-fields";
import { memberTitle } from "@/app/_resident/member-title";
import { PartPage } from "@/app/_resident/part-page";
import { requireMember } from "@/lib/auth/require-actor";
import { getMember } from "@/lib/queries/member/get-member";
import { changeAddress } from "../actions";

export const generateMetadata = memberTitle("details.part.address.title");

export default async function AddressPage() {
  const granted = await requireMember("details.change");
  const member = await getMember(granted.actor.organisationId, granted.actor.memberId);
  return (
    <PartPage
      granted={granted}
      part="address"
      action={changeAddress}
      initial={{
        addressLine1: member.addressLine1 ?? "",
        addressLine2: member.addressLine2 ?? "",
        town: member.town ?? "",
        postcode: member.postcode ?? "",
      }}
      fields={await addressFields()}
    />
  );
}
