import ical from "ical-generator";
import type { PanelView } from "@/lib/queries/panel/get-panel";

type Appointment = {
  readonly panel: PanelView;
  readonly activity: { readonly title: string; readonly summary: string };
  readonly session: {
    readonly id: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly place: string | null;
    readonly joinLink: string | null;
  };
  readonly madeAt: Date;
};

/** One appointment as an iCalendar file (RFC 5545), in UTC. A later file for the same session replaces it. */
export function calendarFile({ panel, activity, session, madeAt }: Appointment): string {
  const calendar = ical({ name: panel.name, prodId: { company: "Resident Panel", product: "invitation" } });
  calendar.createEvent({
    id: session.id,
    start: session.startsAt,
    end: session.endsAt,
    stamp: madeAt,
    sequence: Math.floor(madeAt.getTime() / 1000) % 2_000_000_000,
    summary: activity.title,
    description: activity.summary,
    ...(session.place === null ? {} : { location: session.place }),
    ...(session.joinLink === null ? {} : { url: session.joinLink }),
  });
  return calendar.toString();
}
