/** The address of a data protection page of a panel, with what narrows it; empty values are left out. */
export function dpoPath(
  panel: string,
  path = "",
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== "") search.set(name, value);
  const words = search.toString();
  return `/dpo/${panel}${path === "" ? "" : `/${path}`}${words === "" ? "" : `?${words}`}`;
}
