import { z } from "zod";
import { londonDate, now } from "@/lib/clock";
import { isCivilDate } from "@/lib/policy/civil";
import { channels, type Channel } from "@/lib/policy/vocabulary";
import { gatherDate } from "./activity-date";
import { firstBroken } from "./activity-words";
import { readContactAddress, type ContactAddress } from "./contact-address";

/** How a "no" that staff enter reached them. */
export const noSources = ["phone", "paper", "email", "inPerson"] as const;
export type NoSource = (typeof noSources)[number] | "import";

/** Whose "no": of an address or number, or of a member wherever they are reached. */
export type Whose =
  | { readonly kind: "address"; readonly address: ContactAddress }
  | { readonly kind: "member"; readonly reference: string };

/** One "no" as it was received. `receivedOn`: civil day, Europe/London. `channels` empty: every one. */
export type ReceivedNo = {
  readonly whose: Whose;
  /** "everything", "marketing" or the key of a purpose. */
  readonly scope: string;
  readonly channels: readonly Channel[];
  readonly receivedOn: string;
  readonly source: NoSource;
  readonly evidence: string;
  /** The line of the list it came in. */
  readonly line?: number;
};

export const longestEvidence = 200;

/** A day on which a "no" can have arrived: until today, and not before there was such a thing as a list. */
export const receivedOn = z
  .string()
  .superRefine(
    firstBroken<string>(
      [(day) => day !== "", "suppression.receivedOn.missing"],
      [isCivilDate, "suppression.receivedOn.unreal"],
      [(day) => day <= londonDate(now()), "suppression.receivedOn.ahead"],
      [(day) => day >= "2000-01-01", "suppression.receivedOn.unreal"],
    ),
  );

const fields = z.strictObject({
  whose: z.enum(["address", "member"], { error: "suppression.whose.missing" }),
  address: z.string().max(300).default(""),
  reference: z.string().trim().max(20).default(""),
  scope: z.string({ error: "suppression.scope.missing" }).min(1, "suppression.scope.missing").max(64),
  channels: z.array(z.enum(channels, { error: "form.unreadable" })).max(channels.length),
  receivedOn,
  source: z.enum(noSources, { error: "suppression.source.missing" }),
  evidence: z
    .string()
    .trim()
    .min(1, "suppression.evidence.missing")
    .max(longestEvidence, "suppression.evidence.long"),
});

/** The form for one "no" by phone, letter, e-mail or in person. */
export const suppressionSchema = z
  .preprocess((form) => gatherDate("receivedOn", form), fields)
  .transform(({ whose, address, reference, ...rest }, context): ReceivedNo => {
    if (whose === "member") {
      if (reference === "") {
        context.addIssue({ code: "custom", path: ["reference"], message: "suppression.reference.missing" });
        return z.NEVER;
      }
      return { ...rest, whose: { kind: "member", reference: reference.toUpperCase() } };
    }
    const read = readContactAddress(address);
    if (read === null) {
      const message = address.trim() === "" ? "suppression.address.missing" : "suppression.address.unreal";
      context.addIssue({ code: "custom", path: ["address"], message });
      return z.NEVER;
    }
    return { ...rest, whose: { kind: "address", address: read } };
  });

/** The search for one address or number. */
export const suppressionSearchSchema = z
  .strictObject({ address: z.string().max(300).default("") })
  .transform(({ address }, context) => {
    const read = readContactAddress(address);
    if (read !== null) return read;
    const message = address.trim() === "" ? "suppression.address.missing" : "suppression.address.unreal";
    context.addIssue({ code: "custom", path: ["address"], message });
    return z.NEVER;
  });

/** A list given as text or as a file. */
export const suppressionListSchema = z.strictObject({
  list: z.string().trim().min(1, "list.missing"),
  fileName: z.string().max(255).optional(),
});

/** The press that confirms what was checked. */
export const uploadPressSchema = z.strictObject({ upload: z.uuid({ error: "form.unreadable" }) });

const place = z.string().max(200).optional().catch(undefined);

/** The address of the list: which page of it, and for which address (a sealed hash). */
export const suppressionQuerySchema = z.object({
  before: place,
  after: place,
  find: place,
  added: z.coerce.number().int().min(0).optional().catch(undefined),
  known: z.coerce.number().int().min(0).optional().catch(undefined),
  late: place,
});
