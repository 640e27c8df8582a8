import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { Specimen } from "./specimen";

const swatches = [
  ["paper", "bg-paper"],
  ["surface", "bg-surface"],
  ["sunk", "bg-sunk"],
  ["rule", "bg-rule"],
  ["edge", "bg-edge"],
  ["muted", "bg-muted"],
  ["ink", "bg-ink"],
  ["night", "bg-night"],
  ["vault", "bg-vault"],
  ["brand", "bg-brand"],
  ["brand-text", "bg-brand-text"],
  ["brand-tint", "bg-brand-tint"],
  ["focus", "bg-focus"],
  ["success", "bg-success"],
  ["success-tint", "bg-success-tint"],
  ["warning", "bg-warning"],
  ["warning-tint", "bg-warning-tint"],
  ["danger", "bg-danger"],
  ["danger-tint", "bg-danger-tint"],
  ["info", "bg-info"],
  ["info-tint", "bg-info-tint"],
] as const;

const sizes = [
  ["text-h1", "text-h1 font-bold"],
  ["text-h2", "text-h2 font-bold"],
  ["text-h3", "text-h3 font-bold"],
  ["text-lead", "text-lead"],
  ["text-body", "text-body"],
  ["text-small", "text-small"],
] as const;

export async function TokenSection() {
  const t = await getTranslations("design.gallery");
  return (
    <Section title={t("tokens")}>
      <Specimen name="color">
        <ul className="grid grid-cols-3 gap-3 sm:grid-cols-5 lg:grid-cols-7">
          {swatches.map(([name, fill]) => (
            <li key={name} className="text-small">
              <span className={`block h-14 rounded-md border border-rule ${fill}`} />
              {name}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="type">
        {sizes.map(([name, look]) => (
          <p key={name} className={`${look} mb-2`}>
            {t("typeSample")} <span className="font-mono text-small font-normal text-muted">{name}</span>
          </p>
        ))}
      </Specimen>
    </Section>
  );
}
