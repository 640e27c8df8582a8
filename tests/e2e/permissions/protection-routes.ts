import type { Rows } from "./routes";

/** The pages of data protection but the policy's. */
export const protectionRoutes: Rows = {
  "/dpo/[panel]": { needs: "trail.read", at: "/dpo/{panel}" },
  "/dpo/[panel]/checkpoints": { needs: "checkpoint.view", at: "/dpo/{panel}/checkpoints" },
  "/dpo/[panel]/catalogue": { needs: "trail.read", at: "/dpo/{panel}/catalogue" },
  "/dpo/[panel]/trail": { needs: "trail.read", at: "/dpo/{panel}/trail" },
  "/dpo/[panel]/packs": { needs: "evidence.pack", at: "/dpo/{panel}/packs" },
  // Nobody asked for a pack of this id: there is no such page for anyone.
  "/dpo/[panel]/packs/[id]": {
    needs: "evidence.pack",
    at: "/dpo/{panel}/packs/00000000-0000-4000-8000-000000000000",
    answers: "absent",
  },
  "/dpo/[panel]/packs/[id]/file": {
    needs: "evidence.pack",
    at: "/dpo/{panel}/packs/00000000-0000-4000-8000-000000000000/file",
    answers: "absent",
  },
  "/dpo/[panel]/trail/views": { needs: "trail.read", at: "/dpo/{panel}/trail/views" },
  "/dpo/[panel]/trail/people": { needs: "trail.read", at: "/dpo/{panel}/trail/people" },
  // Nobody took anything out with this entry: there is no such page for anyone.
  "/dpo/[panel]/trail/exported/[seq]": {
    needs: "trail.export",
    at: "/dpo/{panel}/trail/exported/1",
    answers: "absent",
  },
  "/dpo/[panel]/trail/exported/[seq]/file": {
    needs: "trail.export",
    at: "/dpo/{panel}/trail/exported/1/file",
    answers: "absent",
  },
  "/dpo/[panel]/trail/[seq]": { needs: "trail.read", at: "/dpo/{panel}/trail/{seq}" },
  "/dpo/[panel]/members/[reference]": {
    needs: "consentHistory.read",
    at: "/dpo/{panel}/members/{reference}",
  },
  "/dpo/[panel]/members/[reference]/agreed": {
    needs: "consentHistory.read",
    at: "/dpo/{panel}/members/{reference}/agreed?on=2026-03-03",
  },
  "/dpo/[panel]/members/[reference]/erase": {
    needs: "member.erase",
    at: "/dpo/{panel}/members/{reference}/erase",
  },
  "/dpo/[panel]/members/[reference]/known": {
    needs: "consentHistory.read",
    at: "/dpo/{panel}/members/{reference}/known",
  },
  "/dpo/[panel]/members/[reference]/why": {
    needs: "consentHistory.read",
    at: "/dpo/{panel}/members/{reference}/why",
  },
  "/dpo/[panel]/members/[reference]/why/[purpose]/[channel]": {
    needs: "consentHistory.read",
    at: "/dpo/{panel}/members/{reference}/why/research/email",
  },
  "/dpo/[panel]/decisions-import": { needs: "decision.import", at: "/dpo/{panel}/decisions-import" },
  "/dpo/[panel]/decisions-import/check/[id]": {
    needs: "decision.import",
    at: "/dpo/{panel}/decisions-import/check/00000000-0000-4000-8000-000000000000",
    answers: "absent",
  },
  "/dpo/[panel]/decisions-import/check/[id]/problems.csv": {
    needs: "decision.import",
    at: "/dpo/{panel}/decisions-import/check/00000000-0000-4000-8000-000000000000/problems.csv",
    answers: "absent",
  },
  "/dpo/[panel]/requests": { needs: "rightsRequest.view", at: "/dpo/{panel}/requests" },
  "/dpo/[panel]/requests/new": { needs: "rightsRequest.receive", at: "/dpo/{panel}/requests/new" },
  // Nobody made a request of this id: there is no such page for anyone.
  "/dpo/[panel]/requests/[id]": {
    needs: "rightsRequest.view",
    at: "/dpo/{panel}/requests/00000000-0000-4000-8000-000000000000",
    answers: "absent",
  },
  "/dpo/[panel]/requests/[id]/letter": {
    needs: "rightsRequest.answer",
    at: "/dpo/{panel}/requests/00000000-0000-4000-8000-000000000000/letter?about=received",
    answers: "absent",
  },
  "/dpo/[panel]/objections": { needs: "consentHistory.read", at: "/dpo/{panel}/objections" },
  "/dpo/[panel]/retention": { needs: "retention.read", at: "/dpo/{panel}/retention" },
  // Nobody began a run of this id: there is no such page for anyone.
  "/dpo/[panel]/retention/runs/[id]": {
    needs: "retention.read",
    at: "/dpo/{panel}/retention/runs/00000000-0000-4000-8000-000000000000",
    answers: "absent",
  },
  "/dpo/[panel]/retention/runs/[id]/certificate": {
    needs: "retention.read",
    at: "/dpo/{panel}/retention/runs/00000000-0000-4000-8000-000000000000/certificate",
    answers: "absent",
  },
  "/dpo/[panel]/retention/runs/[id]/certificate.json": {
    needs: "retention.read",
    at: "/dpo/{panel}/retention/runs/00000000-0000-4000-8000-000000000000/certificate.json",
    answers: "absent",
  },
  "/dpo/[panel]/legal-holds": { needs: "legalHold.view", at: "/dpo/{panel}/legal-holds" },
  "/dpo/[panel]/legal-holds/new": { needs: "legalHold.place", at: "/dpo/{panel}/legal-holds/new?everyone=1" },
  // No hold has this id: there is no such page for anyone.
  "/dpo/[panel]/legal-holds/[id]": {
    needs: "legalHold.view",
    at: "/dpo/{panel}/legal-holds/00000000-0000-4000-8000-000000000000",
    answers: "absent",
  },
  "/dpo/[panel]/notices": { needs: "notice.view", at: "/dpo/{panel}/notices" },
  "/dpo/[panel]/notices/shown": { needs: "notice.view", at: "/dpo/{panel}/notices/shown" },
  "/dpo/[panel]/notices/not-shown": { needs: "notice.view", at: "/dpo/{panel}/notices/not-shown" },
  "/dpo/[panel]/notices/[version]": { needs: "notice.view", at: "/dpo/{panel}/notices/1" },
  "/dpo/[panel]/notices/[version]/[edition]": { needs: "notice.publish", at: "/dpo/{panel}/notices/1/so" },
  // Nothing is being written, and nothing was exported by who asks: there is no such page for anyone.
  "/dpo/[panel]/notices/[version]/[edition]/preview": {
    needs: "notice.publish",
    at: "/dpo/{panel}/notices/1/so/preview",
    answers: "absent",
  },
  "/dpo/[panel]/notices/exported/[seq]": {
    needs: "notice.export",
    at: "/dpo/{panel}/notices/exported/1",
    answers: "absent",
  },
  "/dpo/[panel]/notices/exported/[seq]/list.csv": {
    needs: "notice.export",
    at: "/dpo/{panel}/notices/exported/1/list.csv",
    answers: "absent",
  },
  "/dpo/[panel]/record": { needs: "record.view", at: "/dpo/{panel}/record" },
  "/dpo/[panel]/record/record.csv": { needs: "record.view", at: "/dpo/{panel}/record/record.csv" },
  "/dpo/[panel]/record/record.pdf": { needs: "record.view", at: "/dpo/{panel}/record/record.pdf" },
  "/dpo/[panel]/accountability": { needs: "accountability.view", at: "/dpo/{panel}/accountability" },
  "/dpo/[panel]/accountability/[key]": {
    needs: "accountability.view",
    at: "/dpo/{panel}/accountability/dpia-panel",
  },
  "/dpo/[panel]/accountability/[key]/[number]": {
    needs: "accountability.view",
    at: "/dpo/{panel}/accountability/dpia-panel/999",
    answers: "absent",
  },
  "/dpo/[panel]/accountability/[key]/review": {
    needs: "accountability.review",
    at: "/dpo/{panel}/accountability/dpia-panel/review",
  },
  "/dpo/[panel]/verify": { needs: "trail.verify", at: "/dpo/{panel}/verify" },
  "/dpo/[panel]/suppressions": { needs: "suppression.read", at: "/dpo/{panel}/suppressions" },
  "/dpo/[panel]/suppressions/add": { needs: "suppression.add", at: "/dpo/{panel}/suppressions/add" },
  "/dpo/[panel]/suppressions/list": { needs: "suppression.add", at: "/dpo/{panel}/suppressions/list" },
  // Nothing waits to be confirmed, and nobody took the numbers out: there is no such page for anyone.
  "/dpo/[panel]/suppressions/check/[id]": {
    needs: "suppression.add",
    at: "/dpo/{panel}/suppressions/check/{activity}",
    answers: "absent",
  },
  "/dpo/[panel]/telephone-screening": { needs: "screening.view", at: "/dpo/{panel}/telephone-screening" },
  "/dpo/[panel]/telephone-screening/upload": {
    needs: "screening.upload",
    at: "/dpo/{panel}/telephone-screening/upload",
  },
  "/dpo/[panel]/telephone-screening/check/[id]": {
    needs: "screening.upload",
    at: "/dpo/{panel}/telephone-screening/check/{activity}",
    answers: "absent",
  },
  "/dpo/[panel]/telephone-screening/numbers": {
    needs: "screening.export",
    at: "/dpo/{panel}/telephone-screening/numbers",
  },
  "/dpo/[panel]/telephone-screening/numbers/[seq]": {
    needs: "screening.export",
    at: "/dpo/{panel}/telephone-screening/numbers/1",
    answers: "absent",
  },
  "/dpo/[panel]/telephone-screening/numbers/[seq]/numbers.csv": {
    needs: "screening.export",
    at: "/dpo/{panel}/telephone-screening/numbers/1/numbers.csv",
    answers: "absent",
  },
};
