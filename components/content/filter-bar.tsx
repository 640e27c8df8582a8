import { getTranslations } from "next-intl/server";

export type Filter =
  | { kind: "search"; name: string; label: string; value?: string | undefined }
  | { kind: "date"; name: string; label: string; value?: string | undefined }
  | {
      kind: "select";
      name: string;
      label: string;
      value?: string | undefined;
      options: { value: string; label: string }[];
      /** The choice that filters nothing, e.g. "Any area". */
      anyLabel: string;
    };

type Props = {
  action: string;
  label: string;
  filters: Filter[];
  hidden?: Record<string, string> | undefined;
};

/** Narrows a list by a GET form: the address keeps the answer, so it can be bookmarked and sent to a colleague. */
export async function FilterBar({ action, label, filters, hidden }: Props) {
  const t = await getTranslations("design.words");
  const narrowed = filters.some((filter) => filter.value);
  return (
    <form action={action} method="get" role="search" aria-label={label} className="filter-bar">
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {filters.map((filter) => (
        <div key={filter.name} className="filter">
          <label htmlFor={`filter-${filter.name}`}>{filter.label}</label>
          <FilterInput filter={filter} />
        </div>
      ))}
      <div className="filter-buttons">
        <button type="submit" className="button" data-tone="secondary">
          {t("filter")}
        </button>
        {narrowed ? (
          <a href={action} className="button" data-tone="quiet">
            {t("clearFilters")}
          </a>
        ) : null}
      </div>
    </form>
  );
}

function FilterInput({ filter }: { filter: Filter }) {
  const shared = {
    id: `filter-${filter.name}`,
    name: filter.name,
    defaultValue: filter.value ?? "",
    className: "input",
  };
  if (filter.kind !== "select") return <input type={filter.kind} autoComplete="off" {...shared} />;
  return (
    <select {...shared}>
      <option value="">{filter.anyLabel}</option>
      {filter.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
