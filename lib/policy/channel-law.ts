// What each way of contact is in law, and which address it uses (PECR regs 2, 19, 21, 22; law.md 3.2). What reaches one
// person's inbox counts as electronic mail, whatever carries it; where that is debated, the safe reading is taken.
import type { Channel } from "./vocabulary";

/** `electronicMail`: PECR reg 22. `liveCall`: reg 21. `automatedCall`: reg 19. `none`: PECR has nothing to say. */
export type ChannelClass = "electronicMail" | "liveCall" | "automatedCall" | "none";

/** What a channel needs to know to reach a person; `account` is the member's own pages. */
export type AddressKind = "email" | "phone" | "home" | "account" | "socialNetwork";

type ChannelLaw = { readonly class: ChannelClass; readonly address: AddressKind };

export const channelLaw: Readonly<Record<Channel, ChannelLaw>> = {
  email: { class: "electronicMail", address: "email" },
  sms: { class: "electronicMail", address: "phone" },
  call: { class: "liveCall", address: "phone" },
  post: { class: "none", address: "home" },
  inApp: { class: "electronicMail", address: "account" },
  socialMessage: { class: "electronicMail", address: "socialNetwork" },
  voicemail: { class: "electronicMail", address: "phone" },
  automatedCall: { class: "automatedCall", address: "phone" },
  visit: { class: "none", address: "home" },
  unaddressed: { class: "none", address: "home" },
};

/** One answer for each channel, from what is known about each kind of address. */
export function byAddressKind<T>(known: Readonly<Record<AddressKind, T>>): Readonly<Record<Channel, T>> {
  // Written out: it is asked for a million members.
  return {
    email: known[channelLaw.email.address],
    sms: known[channelLaw.sms.address],
    call: known[channelLaw.call.address],
    post: known[channelLaw.post.address],
    inApp: known[channelLaw.inApp.address],
    socialMessage: known[channelLaw.socialMessage.address],
    voicemail: known[channelLaw.voicemail.address],
    automatedCall: known[channelLaw.automatedCall.address],
    visit: known[channelLaw.visit.address],
    unaddressed: known[channelLaw.unaddressed.address],
  };
}
