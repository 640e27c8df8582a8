// Which purposes an activity may be run under: staff choose one, and the gate then judges by it.
import type { PolicyDocument, Purpose } from "./document";
import type { ActivityKind } from "./vocabulary";

/** The purposes of a panel under which members can be asked, by e-mail, to this kind of activity. */
export function purposesServing(document: PolicyDocument, kind: ActivityKind): readonly Purpose[] {
  return document.purposes.filter(
    (purpose) =>
      purpose.activityKinds.includes(kind) &&
      purpose.messageKind !== null &&
      purpose.channels.includes("email"),
  );
}
