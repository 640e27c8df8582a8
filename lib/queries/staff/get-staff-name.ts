import { database } from "@/lib/db/client";
import type { StaffActor } from "./viewer";

/** The name of the person who is signed in. */
export async function getStaffName(actor: StaffActor): Promise<string> {
  const staff = await database().staff.findUniqueOrThrow({
    where: { id: actor.staffId },
    select: { name: true },
  });
  return staff.name;
}
