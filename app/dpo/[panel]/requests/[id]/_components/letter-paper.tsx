import { getTranslations } from "next-intl/server";
import { Prose } from "@/components/content/card";
import { now } from "@/lib/clock";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { LetterToPrint } from "@/lib/queries/rights-request/get-letter";
import { moments } from "../../../../_components/moments";

/** A letter as it goes into an envelope: to whom, the day, the words, and who wrote it. Links are left out. */
export async function LetterPaper({ panel, letter }: { panel: PanelView; letter: LetterToPrint }) {
  const [t, when] = await Promise.all([getTranslations("requests.letter"), moments()]);
  const { legalName, postalAddress, contactPhone, contactEmail } = panel.document.organisation;
  const { to, heading, name, parts } = letter;
  return (
    <Prose>
      <p className="whitespace-pre-line">{to.join("\n")}</p>
      <p>{when.day(now())}</p>
      <h1>{heading}</h1>
      <p>{name === null ? t("hello") : t("helloName", { name })}</p>
      {parts.map((part, place) => {
        if (part.kind === "subtitle") return <h2 key={place}>{part.words}</h2>;
        return part.kind === "paragraph" || part.kind === "note" ? <p key={place}>{part.words}</p> : null;
      })}
      <p>
        {panel.name}, {legalName}
        <br />
        {postalAddress}
        <br />
        {contactPhone}, {contactEmail}
      </p>
    </Prose>
  );
}
