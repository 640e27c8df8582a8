import { randomUUID } from "node:crypto";
import type { Fields } from "./rows";

const at = "2029-05-20T13:00:00Z";
const later = "2029-05-20T15:00:00Z";
const day = "2029-05-20";
const laterDay = "2029-06-20";
const hash = "a".repeat(64);
const ids = () => ({ organisation_id: randomUUID(), id: randomUUID() });
const ofPanel = () => ({ ...ids(), panel_id: randomUUID() });
const ofMember = () => ({ ...ids(), member_id: randomUUID() });

/** Acceptable rows of recruiting, taking part and acting for someone. */
const takingPart: Readonly<Record<string, () => Fields>> = {
  application_round: () => ({
    ...ofPanel(),
    key: "spring",
    opens_on: day,
    closes_on: laterDay,
    decide_by: laterDay,
    places: 20,
  }),
  application: () => ({
    ...ofMember(),
    round_id: randomUUID(),
    submitted_at: at,
    reviewed_by: randomUUID(),
    reviewed_at: later,
    outcome: "unsuccessful",
    reason: "More people applied than there are places",
    decided_by: randomUUID(),
    decided_at: later,
  }),
  member: () => ({
    ...ofPanel(),
    reference: "CV-7K3M9XA",
    subject_ref: randomUUID(),
    state: "member",
    given_name: "Sam",
    family_name: "Poole",
    sort_name: "poole sam",
    deceased_at: at,
    deceased_evidence: "A letter of the family",
    do_not_visit_at: at,
    do_not_visit_evidence: "Told on the phone",
    created_at: at,
  }),
  objection_outcome: () => ({
    ...ofMember(),
    purpose_key: "research",
    outcome: "accepted",
    reasons: "Their reasons weigh more than ours",
    decided_by: randomUUID(),
    decided_at: at,
  }),
  representative: () => ({
    ...ofMember(),
    kind: "advocate",
    name: "An advocate",
    scope: "{complaints}",
    evidence: "Letter shown on paper",
    evidence_seen_on: day,
    checked_by: randomUUID(),
    starts_on: day,
    expires_on: laterDay,
    ended_on: laterDay,
    recorded_at: at,
  }),
  draw: () => ({
    ...ids(),
    activity_id: randomUUID(),
    targets: "{}",
    pool: "{}",
    algorithm: "stratified/v1",
    seed: hash,
    result: [randomUUID()],
    reserves: [],
    drawn_by: randomUUID(),
    drawn_at: at,
  }),
  waiting_list_place: () => ({
    ...ofMember(),
    session_id: randomUUID(),
    waiting_since: at,
    offered_at: at,
    offer_expires_at: later,
    outcome: "expired",
    settled_at: later,
  }),
  activity_document: () => ({
    ...ids(),
    activity_id: randomUUID(),
    title: "Agenda",
    media_type: "text/plain",
    content: Buffer.from("1. Welcome"),
    added_by: randomUUID(),
    added_at: at,
  }),
};

/** Acceptable rows of policy, accountability and the gate's evidence. */
const promises: Readonly<Record<string, () => Fields>> = {
  policy_draft: () => ({
    ...ofPanel(),
    base_number: 1,
    document: "{}",
    revision: 1,
    edited_by: randomUUID(),
    edited_at: at,
    submitted_by: randomUUID(),
    submitted_at: at,
    in_force_on: laterDay,
    approved_by: randomUUID(),
    approved_at: later,
    policy_version_id: randomUUID(),
  }),
  notice_due: () => ({
    organisation_id: randomUUID(),
    policy_version_id: randomUUID(),
    queued_at: at,
    finished_at: later,
  }),
  accountability_record: () => ({
    ...ofPanel(),
    key: "surveys-lia",
    number: 1,
    kind: "lia",
    title: "Surveys",
    owner_role: "Head of engagement",
    content: JSON.stringify({ purpose: "To listen", necessity: "No other way", balance: "Little is asked" }),
    approved_by: randomUUID(),
    approved_on: day,
    review_on: laterDay,
    recorded_at: at,
  }),
  tps_screening: () => ({
    organisation_id: randomUUID(),
    number_hash: hash,
    screened_on: day,
    result: "clear",
    uploaded_by: randomUUID(),
    uploaded_at: at,
  }),
  soft_opt_in_evidence: () => ({
    ...ofMember(),
    context: "support",
    collected_by: "controller",
    opt_out: "offered",
    wording_hash: hash,
    collected_at: at,
    recorded_at: at,
  }),
};

/** Acceptable rows of rights, complaints, incidents, holds and disposal. */
const rights: Readonly<Record<string, () => Fields>> = {
  data_subject_request: () => ({
    ...ofPanel(),
    kind: "access",
    subject_ref: randomUUID(),
    method: "phone",
    details: "Send me what you hold",
    received_at: at,
    due_on: laterDay,
    outcome: "refused",
    outcome_reason: "The same was answered last week",
    closed_at: later,
  }),
  request_clock_event: () => ({
    ...ids(),
    request_id: randomUUID(),
    kind: "extended",
    occurred_on: day,
    reason: "Many recordings to look through",
    recorded_by: randomUUID(),
    recorded_at: at,
  }),
  recipient_notification: () => ({
    organisation_id: randomUUID(),
    request_id: randomUUID(),
    recipient_key: "survey-tool",
    told_at: at,
    confirmed_at: later,
  }),
  complaint: () => ({
    ...ofPanel(),
    method: "paper",
    details: "My address was passed on",
    received_at: at,
    acknowledge_by: laterDay,
    acknowledged_at: later,
    outcome: "It was, and it is put right",
    outcome_told_at: later,
  }),
  monitoring_stop_notice: () => ({
    ...ofMember(),
    method: "paper",
    received_on: day,
    stops_on: laterDay,
    withdrawn_on: laterDay,
  }),
  incident: () => ({
    ...ofPanel(),
    aware_at: at,
    facts: "One mail to many people in Cc",
    people_affected: 180,
    risk: "likely",
    effects: "Addresses seen by others",
    remedy: "Asked all to delete it",
    reported_at: later,
    recorded_by: randomUUID(),
    recorded_at: at,
    closed_at: later,
  }),
  disclosure: () => ({
    ...ofPanel(),
    subject_refs: [randomUUID()],
    recipient: "The council's safeguarding team",
    what: "Name, address, what was said",
    lawful_basis: "recognised_legitimate_interest",
    annex1_condition: "safeguarding",
    necessity: "Someone may be harmed",
    approved_by: randomUUID(),
    disclosed_at: at,
    recorded_at: at,
  }),
  legal_hold: () => ({
    ...ofPanel(),
    member_id: randomUUID(),
    ground: "legal_claim",
    reason: "A claim was announced",
    owner_id: randomUUID(),
    review_on: laterDay,
    placed_by: randomUUID(),
    placed_at: at,
    released_by: randomUUID(),
    release_approved_by: randomUUID(),
    release_reason: "The claim was settled",
    released_at: later,
  }),
  disposal_run: () => ({
    ...ofPanel(),
    as_of: day,
    items_hash: hash,
    simulated_by: randomUUID(),
    simulated_at: at,
    approved_by: randomUUID(),
    approved_at: at,
    started_at: later,
    finished_at: later,
  }),
  disposal_item: () => ({
    organisation_id: randomUUID(),
    run_id: randomUUID(),
    retention_item_id: randomUUID(),
    subject_ref: randomUUID(),
    rule_key: "record",
    due_on: day,
    action: "delete",
    outcome: "disposed",
    settled_at: later,
  }),
  disposal_certificate: () => ({
    organisation_id: randomUUID(),
    run_id: randomUUID(),
    content: "{}",
    content_hash: hash,
    issued_at: later,
  }),
};

/** Acceptable rows of what waits for a person to look at it, and of what proves a decision. */
const waiting: Readonly<Record<string, () => Fields>> = {
  notice_draft: () => ({
    ...ofPanel(),
    number: 1,
    language: "cy",
    format: "standard",
    content: "[]",
    edited_by: randomUUID(),
    edited_at: at,
  }),
  list_upload: () => ({
    ...ofPanel(),
    kind: "screening",
    rows: "[]",
    stated_on: day,
    uploaded_by: randomUUID(),
    uploaded_at: at,
    applied_by: randomUUID(),
    applied_at: later,
    counts: "{}",
  }),
  consent_evidence: () => ({
    organisation_id: randomUUID(),
    consent_record_id: randomUUID(),
    stated_method: "paper",
    evidence: "Form 7 in the post room file",
  }),
};

const ofEpoch = () => ({ organisation_id: randomUUID(), epoch: 1 });
const root = Buffer.alloc(32, 7);

/** Acceptable rows of what is signed and published of the ledger. */
const checkpoints: Readonly<Record<string, () => Fields>> = {
  ledger_checkpoint: () => ({
    ...ofEpoch(),
    size: 3,
    root,
    note: `panel.example.org/ledger/1\n3\n${root.toString("base64")}\n\n— panel.example.org/ledger/1 AAAA\n`,
    signed_at: at,
  }),
  ledger_tile: () => ({ ...ofEpoch(), level: 0, index: 0, hashes: Buffer.alloc(8192), root }),
  checkpoint_cosignature: () => ({
    ...ofEpoch(),
    size: 3,
    verifier_key: "auditor.example/witness+00000000+AAAA",
    line: "— auditor.example/witness AAAA\n",
    cosigned_at: at,
  }),
  checkpoint_recipient: () => ({
    ...ofPanel(),
    email: "audit@example.org",
    added_by: randomUUID(),
    added_at: at,
    mailed_on: day,
    mailed_epoch: 1,
    mailed_size: 3,
    mailed_delivery_id: randomUUID(),
  }),
};

export const nounRows = { ...takingPart, ...promises, ...rights, ...waiting, ...checkpoints };
