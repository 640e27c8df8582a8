import { gateCodes, type GateCode } from "@/lib/policy/gate/types";

/** The address of a staff page of a panel, with what narrows it; empty values are left out. */
export function staffPath(
  panel: string,
  path = "",
  query: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of typeof value === "string" ? [value] : (value ?? []))
      if (one !== "") search.append(name, one);
  }
  const words = search.toString();
  return `/staff/${panel}${path === "" ? "" : `/${path}`}${words === "" ? "" : `?${words}`}`;
}

/** One value of a query parameter that may have been given twice. */
export function first(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : value?.[0];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id a list continues from, out of the address; anything else begins at the beginning. */
export function placeIn(
  query: Readonly<Record<string, string | string[] | undefined>>,
  name = "before",
): string | undefined {
  const value = first(query[name]);
  return value !== undefined && uuid.test(value) ? value : undefined;
}

/** A reason of the gate out of the address. */
export function gateCodeIn(
  query: Readonly<Record<string, string | string[] | undefined>>,
): GateCode | undefined {
  return gateCodes.find((code) => code === first(query["reason"]));
}

/** A request's parameters in the shape pages get them: a list only where a name was given more than once. */
export function queryOf(search: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
