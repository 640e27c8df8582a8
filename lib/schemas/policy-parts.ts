import { z } from "zod";
import { settablePoints } from "@/lib/policy/debated";
import { noticeFormats, routes } from "@/lib/policy/document-parts";
import { authorities } from "@/lib/policy/representative";
import { nations } from "@/lib/policy/vocabulary";
import { day, few, key, only, period, text, texts } from "./policy-atoms";

// The organisation, its membership, and the parts of a policy document that not every panel has.

export const panel = only({
  key,
  name: text,
  summary: text,
  joining: z.enum(["open", "round"]),
  accent: z.string().regex(/^#[0-9a-f]{6}$/, "Write a colour as #rrggbb"),
  referencePrefix: z.string().regex(/^[A-Z]{2,4}$/, "Use two to four capital letters"),
});

const jointController = only({ key, legalName: text, contact: text, arrangement: text });

export const organisation = only({
  key,
  legalName: text,
  nation: z.enum(nations),
  publicAuthority: z.boolean(),
  charity: z.boolean(),
  contactEmail: text,
  contactPhone: text,
  postalAddress: text,
  dpoEmail: text,
  icoRegistration: text.exactOptional(),
  charityNumber: text.exactOptional(),
  jointControllers: few(jointController, 10).exactOptional(),
});

const round = only({
  key,
  opensOn: day,
  closesOn: day,
  decideBy: day,
  places: z.int().min(1).max(10_000),
});

const representatives = only({
  kinds: few(z.enum(authorities), authorities.length),
  evidence: text,
});

const routeList = few(z.enum(routes), routes.length);

export const membership = only({
  minimumAge: z.int().min(0).max(120),
  term: period.exactOptional(),
  eligibility: text,
  joiningMeans: texts,
  rounds: few(round, 50).exactOptional(),
  representatives: representatives.exactOptional(),
  routes: only({ joining: routeList, withdrawing: routeList }).exactOptional(),
});

export const regulator = z
  .array(only({ from: day, name: text, website: text, phone: text, address: text.exactOptional() }))
  .min(1)
  .max(20)
  .readonly();

export const quietDates = few(
  only({ from: day, to: day, yearly: z.boolean().exactOptional(), why: text }),
  50,
);

export const settings = few(
  only({
    point: z.enum(settablePoints),
    reason: text,
    approvalId: text,
    approvedByRole: text,
    approvedOn: day,
    reviewOn: day,
  }),
  settablePoints.length,
);

export const automatedDecisions = few(
  only({ key, what: text, logic: text, effect: text, significant: z.boolean(), humanReview: z.boolean() }),
  20,
);

const section = only({
  id: key,
  heading: text,
  paragraphs: texts,
  list: texts.exactOptional(),
});

const variant = only({
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Write a language such as "cy"'),
  format: z.enum(noticeFormats),
  title: text,
  sections: few(section, 50),
});

export const noticeWords = only({
  opening: texts.exactOptional(),
  closing: texts.exactOptional(),
  variants: few(variant, 30).exactOptional(),
});
