import type { ReactNode } from "react";
import { HouseMark } from "./mark";
import type { PanelIdentity } from "./navigation";

type Props = {
  panel: PanelIdentity;
  /** Below the name: who runs the panel. */
  line: string;
  /** The sign; the panel's house unless another is given. */
  mark?: ReactNode;
};

/** The corner of every header: the panel's sign and name, leading to its first page. */
export function Identity({ panel, line, mark }: Props) {
  return (
    <a href={panel.href} className="identity">
      {mark ?? <HouseMark name={panel.name} />}
      <span>
        <span className="identity-name">{panel.name}</span>
        <span className="identity-organisation">{line}</span>
      </span>
    </a>
  );
}
