// Nothing is stored on or read from a device but what the law lets pass without asking; how somebody reads a message is
// about them, so it needs their yes (PECR reg 6, Sch A1; law.md CK-1 to CK-4).

export type DeviceUse = {
  readonly purpose:
    "transmission" | "strictlyNecessary" | "statistics" | "appearance" | "emergencyLocation" | "other";
  /** Whoever gets it uses it for themselves too. */
  readonly reusedByOthers: boolean;
  readonly noticeShown: boolean;
  /** A free and simple way to object is offered, and was not used. */
  readonly objectionOffered: boolean;
  readonly objected: boolean;
  readonly consented: boolean;
};

/** Whether something may be stored on or read from a device. */
export function mayUseDevice(use: DeviceUse): boolean {
  if (use.consented) return true;
  switch (use.purpose) {
    case "transmission":
    case "strictlyNecessary":
    case "emergencyLocation":
      return true;
    case "statistics":
      return !use.reusedByOthers && use.noticeShown && use.objectionOffered && !use.objected;
    case "appearance":
      return use.noticeShown && use.objectionOffered && !use.objected;
    case "other":
      return false;
  }
}

/** What a message may carry to see whether it is read: nothing, unless this person said yes to exactly that (CK-2). */
export function tracking(
  asked: boolean,
  consentsToAnalytics: boolean,
): { readonly pixel: boolean; readonly personalLinks: boolean } {
  const on = asked && consentsToAnalytics;
  return { pixel: on, personalLinks: on };
}

/** Whether a click may be kept beside the person who made it (CK-3). A token that an answer needs is another thing. */
export function mayKeepClick(click: {
  readonly joinedToMember: boolean;
  readonly consentsToAnalytics: boolean;
}): boolean {
  return !click.joinedToMember || click.consentsToAnalytics;
}

/** An open proves nothing: mail programs open by themselves (CK-4). */
export const opensProve = { noticeReceived: false, memberInactive: false } as const;
