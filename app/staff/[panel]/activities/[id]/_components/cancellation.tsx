import { getTranslations } from "next-intl/server";
import { unanswered } from "@/lib/policy/content-review";
import type { Guests } from "@/lib/schemas/audience";
import { GuestBooks } from "./guest-books";
import { countTold, type Sending } from "./sending";
import { ShownMail, type MailWords } from "./shown-mail";

type Props = { sending: Sending; guests: Guests; words: MailWords };

/** What calling it off does: whom the mail reaches, whom it cannot reach, and the mail itself. */
export async function Cancellation({ sending, guests, words }: Props) {
  const t = await getTranslations("staff.cancel");
  const { matched, willBeTold } = await countTold(sending, guests, unanswered);
  if (matched === 0) return <p>{t("nobodyTold")}</p>;
  return (
    <>
      <p>{t("willBeTold", { count: willBeTold ?? matched })}</p>
      <GuestBooks sending={sending} guests={guests} />
      <ShownMail sending={sending} audience={guests} words={words} />
    </>
  );
}
