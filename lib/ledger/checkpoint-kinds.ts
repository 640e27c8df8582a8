// Entries about where checkpoints of the ledger go; a part of the catalogue. Signing itself is none: each would ask for
// another checkpoint.

const ofRecipient = { required: ["checkpointRecipientId"], screen: "trail", dpoWork: true } as const;

export const checkpointKinds = {
  "checkpointRecipient.added": {
    proves: "From when checkpoints went to one more address outside, and who chose it. Never the address.",
    ...ofRecipient,
  },
  "checkpointRecipient.removed": {
    proves: "Until when checkpoints went to that address, and who took it off.",
    ...ofRecipient,
  },
} as const;
