// A pause holds back every approach through its last day; messages about what the person already takes part in still
// come (the panel's own promise; law.md 3.3 service rows).
import { pass, refuse, type Finding, type Rule } from "./finding";
import { endOfDay } from "../civil";

export const pauseRule: Rule = ({ request, facts, at }): Finding => {
  const { pausedUntil } = facts.member;
  if (pausedUntil === null) return pass();
  if (request.kind === "service" && !request.countsAsApproach) return pass();
  const ends = endOfDay(pausedUntil);
  return ends === null || at < ends ? refuse("member.paused", "UK GDPR 5(1)(a)", ends) : pass();
};
