const common = `
Checking it yourself
--------------------
You need nothing of ours: either Node (22 or newer) or Python (3.9 or newer) with OpenSSL.

    node verify-ledger.mjs . --checkpoints FILE --key FILE
    python3 verify_ledger.py . --checkpoints FILE --key FILE

FILE after --checkpoints is what you hold already: the checkpoints you were sent by mail, the published file, or the
ones on the public page. Some entries need the one that their proofs lead to, which the program names: the public page
has each. FILE after --key is the key you were given, on a line of its own. Take both from your own
files, not from this folder: what lies here was written by the organisation you are checking. The same is true of the
two programs; in doubt take them from somebody you trust, or write your own from docs/ledger-export.md.

What the answer means: 0 intact and anchored, 1 altered, 2 entries missing at the end, 3 two different histories were
signed, 4 a signature is bad, 5 columns or consent state do not say what the entries say, 6 malformed, 7 nothing wrong,
but nothing from outside was given to compare with.

What is not in the entries: names, addresses, answers and messages. A person is a random reference. A paper beside
them, where there is one, calls members by their reference and staff by their name.
`;

/** The words beside an export, for whoever opens the folder. */
export function readme(scope: "whole" | "selection"): string {
  const what =
    scope === "whole"
      ? "The whole ledger of an organisation: every entry, the consent state that follows from them, the signed checkpoints and the keys."
      : "Some entries of an organisation's ledger, each with the proof that it stands in a signed checkpoint. It says nothing about entries that are not shown.";
  return `${what}\n${common}`;
}
