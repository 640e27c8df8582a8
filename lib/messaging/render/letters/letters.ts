import type { MessageTemplate } from "../../template";
import type { LetterContent } from "../letter-content";
import { applicationDecided } from "./applying";
import { rsvpConfirmation } from "./answering";
import { ledgerCheckpoint } from "./checkpoint";
import { consentReceipt, welcome } from "./choices";
import { alreadyMember, confirmAddress } from "./joining";
import { leaveConfirmation } from "./leaving";
import { ledgerAlarm } from "./ledger-alarm";
import { addressChanged, confirmNewAddress } from "./new-address";
import { objectionDecided } from "./objecting";
import type { LetterSource } from "./posting";
import { requestAsked, requestClosed, requestExtended, requestReceived } from "./requesting";
import { restrictionLifting } from "./restricting";
import { signInCode } from "./sign-in";

/** Every mail outside a mailing, and who writes it. */
export const letters: Readonly<Record<MessageTemplate, (source: LetterSource) => Promise<LetterContent>>> = {
  "confirm-address": confirmAddress,
  "confirm-new-address": confirmNewAddress,
  "address-changed": addressChanged,
  "already-member": alreadyMember,
  "sign-in-code": signInCode,
  welcome,
  "consent-receipt": consentReceipt,
  "rsvp-confirmation": rsvpConfirmation,
  "leave-confirmation": leaveConfirmation,
  "application-decided": applicationDecided,
  "objection-decided": objectionDecided,
  "restriction-lifting": restrictionLifting,
  "request-received": requestReceived,
  "request-asked": requestAsked,
  "request-extended": requestExtended,
  "request-closed": requestClosed,
  "ledger-checkpoint": ledgerCheckpoint,
  "ledger-alarm": ledgerAlarm,
};
