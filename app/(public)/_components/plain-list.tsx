import { Prose } from "@/components/content/card";

/** Short sentences, one below the other. */
export function PlainList({ items }: { items: readonly string[] }) {
  return (
    <Prose>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Prose>
  );
}
