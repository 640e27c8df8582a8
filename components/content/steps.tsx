import { getTranslations } from "next-intl/server";

/** "Step 2 of 5", with the same drawn beside it. `of` counts the steps of this person's way, not of all possible ways. */
export async function Steps({ step, of, label }: { step: number; of: number; label?: string | undefined }) {
  const t = await getTranslations("design.words");
  return (
    <div className="steps">
      <p className="steps-words">
        {t("stepOf", { step, of })}
        {label ? <span className="steps-label">{label}</span> : null}
      </p>
      <svg className="steps-bar" viewBox={`0 0 ${of * 20} 4`} preserveAspectRatio="none" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <rect
            key={index}
            x={index * 20}
            y="0"
            width="18"
            height="4"
            className={index < step ? "fill-brand" : "fill-rule"}
          />
        ))}
      </svg>
    </div>
  );
}
