import { directionOf } from "@/lib/policy/languages";
import type { NoticeSection } from "@/lib/policy/notice";
import type { Edition } from "@/lib/policy/notice-editions";
import { sentencesOf } from "@/lib/policy/sentences";

type PartProps = { section: NoticeSection; easy: boolean };

/** Easy Read: what it is about stands out, and every sentence has a line. */
function EasyItem({ item }: { item: string }) {
  const [first, ...rest] = sentencesOf(item);
  return (
    <li>
      {rest.length === 0 ? first : <strong>{first}</strong>}
      {rest.map((sentence) => (
        <span key={sentence} className="easy-line">
          {sentence}
        </span>
      ))}
    </li>
  );
}

export function NoticePart({ section, easy }: PartProps) {
  return (
    <section id={section.id} className="prose notice-part">
      <h2>{section.heading}</h2>
      {section.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {section.list === undefined || section.list.length === 0 ? null : (
        <ul>
          {section.list.map((item) =>
            easy ? <EasyItem key={item} item={item} /> : <li key={item}>{item}</li>,
          )}
        </ul>
      )}
    </section>
  );
}

/** What puts words into their language, direction and size: spread on the element around them. */
export function editionProps({ language, format }: Pick<Edition, "language" | "format">) {
  return {
    lang: language === "en" ? "en-GB" : language,
    dir: directionOf(language),
    "data-format": format,
  } as const;
}
