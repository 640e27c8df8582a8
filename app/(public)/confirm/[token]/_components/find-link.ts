import { cache } from "react";
import { now } from "@/lib/clock";
import { getJoinLink } from "@/lib/queries/join/get-join-link";

/** What the link of a mail to confirm leads to, read once a request. */
export const findLink = cache((token: string) => getJoinLink(token, now()));
