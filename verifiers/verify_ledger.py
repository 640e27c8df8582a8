#!/usr/bin/env python3
"""Checks the export of a consent ledger with Python 3.9 or newer and the program `openssl`, version 3.

Written from docs/ledger-export.md, by itself: it shares nothing with the product or with verify-ledger.mjs.

    python3 verify_ledger.py FOLDER [--checkpoints FILE]... [--key KEY-or-FILE]...
    python3 verify_ledger.py --many FILE     one call a line, as JSON: {"folder", "checkpoints", "keys"}
"""

import base64
import binascii
import datetime
import functools
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict, namedtuple
from concurrent.futures import ThreadPoolExecutor

INTACT, ALTERED, TRUNCATED, FORKED, BAD_SIGNATURE, DIFFERS, MALFORMED, NOT_ANCHORED = range(8)

ENTRY_KEYS = [
    "actorKind", "actorRef", "channel", "data", "effectiveAt", "epoch", "eventType", "organisation",
    "panel", "purpose", "recordedAt", "requestId", "seq", "subject", "v",
]
COLUMN_KEYS = [
    "recordedAt", "effectiveAt", "eventType", "panel", "subject", "purpose", "channel", "actorKind", "actorRef",
]
MAY_BE_NULL = {"channel", "panel", "purpose", "subject"}

NAME = "[!-*,-~\u00a1-\U0010ffff]+"
DECIMAL = re.compile("0|[1-9][0-9]{0,14}")
HASH = re.compile("[0-9a-f]{64}")
UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z")
SEALED = re.compile(r"1\.(0|[1-9][0-9]*)\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22,}")
ORIGIN = re.compile(NAME + "/ledger/([0-9a-f-]{36})/([1-9][0-9]{0,14})")

Key = namedtuple("Key", "name id type raw")
Note = namedtuple("Note", "text origin organisation epoch size root signatures ours")
Epoch = namedtuple("Epoch", "number first last")
Decision = namedtuple("Decision", "seq purpose channel word time proven imported until")


class Fault(Exception):
    def __init__(self, code, sentence):
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


def malformed(what):
    return Fault(MALFORMED, "Malformed: %s." % what)


def altered(seq, what):
    return Fault(ALTERED, "Altered: entry %s %s." % (seq, what))


# --- files -----------------------------------------------------------------------------------------------------------


def read_text(path):
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8")
    except OSError:
        raise malformed("%s is missing" % os.path.basename(path))
    except UnicodeDecodeError:
        raise malformed("%s is not UTF-8" % os.path.basename(path))


def read_lines(path):
    """The lines of a file as bytes, without their ends."""
    with open(path, "rb") as file:
        for line in file:
            if not line.endswith(b"\n"):
                raise malformed("the last line of %s has no end" % os.path.basename(path))
            yield line[:-1]


def unbase64(text, where):
    try:
        decoded = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        raise malformed("%s holds what is not base64" % where)
    if base64.b64encode(decoded).decode() != text:
        raise malformed("%s holds what is not base64" % where)
    return decoded


def write_json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def exact_json(raw):
    """What the bytes say, when they are written in the one way there is; otherwise None."""
    try:
        value = json.loads(raw.decode("utf-8"))
        return value if write_json(value).encode("utf-8") == raw else None
    except (ValueError, RecursionError):
        return None


def has_keys(value, keys):
    return isinstance(value, dict) and list(value) == keys


def is_text(value):
    if not isinstance(value, str):
        return False
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def matches(form, value):
    return isinstance(value, str) and form.fullmatch(value) is not None


# --- keys, notes, signatures -----------------------------------------------------------------------------------------


def read_keys(text, where):
    keys = []
    for line in re.split("\r?\n", text):
        if line == "":
            continue
        parts = re.fullmatch("(%s)[+]([0-9a-f]{8})[+](.+)" % NAME, line)
        if parts is None:
            raise malformed("a key in %s" % where)
        name, identity, encoded = parts.groups()
        typed = unbase64(encoded, where)
        digest = hashlib.sha256(name.encode("utf-8") + b"\n" + typed).digest()
        if len(typed) != 33 or typed[0] not in (1, 4) or digest[:4].hex() != identity:
            raise malformed("a key in %s" % where)
        keys.append(Key(name, digest[:4], typed[0], typed[1:]))
    return keys


def read_note(lines, below, where, ours):
    if len(lines) < 3 or not matches(DECIMAL, lines[1]):
        raise malformed("%s holds what is no checkpoint" % where)
    root = unbase64(lines[2], where)
    signatures = []
    for line in below:
        parts = re.fullmatch("\u2014 (%s) (.+)" % NAME, line)
        if parts is None:
            raise malformed("a signature in %s" % where)
        signatures.append((parts.group(1), unbase64(parts.group(2), where)))
    if len(root) != 32 or not signatures:
        raise malformed("%s holds what is no checkpoint" % where)
    about = ORIGIN.fullmatch(lines[0])
    organisation, epoch = (about.group(1), int(about.group(2))) if about else (None, 0)
    text = "".join(line + "\n" for line in lines)
    return Note(text, lines[0], organisation, epoch, int(lines[1]), root, signatures, ours)


def read_notes(text, where, ours):
    """Paragraphs come in pairs: what was signed, and by whom."""
    text = text.replace("\r\n", "\n").rstrip("\n")
    if text == "":
        return []
    paragraphs = text.split("\n\n")
    if len(paragraphs) % 2 or any(part == "" or part[0] == "\n" for part in paragraphs):
        raise malformed("%s is no list of checkpoints" % where)
    pairs = zip(paragraphs[0::2], paragraphs[1::2])
    return [read_note(body.split("\n"), below.split("\n"), where, ours) for body, below in pairs]


@functools.lru_cache(maxsize=None)
def openssl_agrees(raw_key, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        def put(name, content):
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                file.write(content)
            return path

        key = put("key", bytes.fromhex("302a300506032b6570032100") + raw_key)
        call = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", key, "-rawin"]
        call += ["-in", put("message", message), "-sigfile", put("signature", signature)]
        try:
            return subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
        except FileNotFoundError:
            raise malformed("the program openssl was not found, and no signature can be checked without it")


def signed_part(note, key, blob):
    """What this key has signed and the signature itself, or None when the line is too short or too long."""
    message = note.text.encode("utf-8")
    if key.type == 4 and len(blob) == 76:
        seconds = int.from_bytes(blob[4:12], "big")
        return b"cosignature/v1\ntime %d\n" % seconds + message, blob[12:]
    return (message, blob[4:]) if key.type == 1 and len(blob) == 68 else None


def check_signatures(notes, known, trusted):
    by_line = {(key.name, key.id): key for key in reversed(known)}
    waiting = []
    for note in notes:
        for name, blob in note.signatures:
            key = by_line.get((name, blob[:4]))
            part = signed_part(note, key, blob) if key else None
            if part:
                waiting.append((key.raw,) + part)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda one: openssl_agrees(*one), waiting))
    for note in notes:
        stands = False
        for name, blob in note.signatures:
            key = by_line.get((name, blob[:4]))
            if key is None and not note.ours:
                continue
            part = signed_part(note, key, blob) if key else None
            if part is None or not openssl_agrees(key.raw, *part):
                raise Fault(BAD_SIGNATURE, "Bad signature: %s did not sign the checkpoint of %d entries." % (name, note.size))
            stands = stands or (key.type == 1 and key.name == note.origin and key in trusted)
        if not stands:
            raise Fault(BAD_SIGNATURE, "Bad signature: no key you trust signed the checkpoint of %d entries." % note.size)


# --- ledger.json -----------------------------------------------------------------------------------------------------


def read_ledger(text):
    wrong = malformed("ledger.json")
    ledger = exact_json(text[:-1].encode("utf-8")) if text.endswith("\n") else None
    keys = ["format", "scope", "organisation", "epochs"]
    if has_keys(ledger, keys + ["head"]):
        scope = "whole"
    elif has_keys(ledger, keys):
        scope = "selection"
    else:
        raise wrong
    if ledger["format"] != "resident-panel-ledger/1" or ledger["scope"] != scope:
        raise wrong
    if not matches(UUID, ledger["organisation"]) or not isinstance(ledger["epochs"], list) or not ledger["epochs"]:
        raise wrong
    epochs = []
    for item in ledger["epochs"]:
        if not has_keys(item, ["epoch", "firstSeq", "lastSeq"]) or not all(matches(DECIMAL, v) for v in item.values()):
            raise wrong
        epoch = Epoch(*(int(value) for value in item.values()))
        if epoch.number < 1 or epoch.first < 1 or epoch.last < epoch.first - 1:
            raise wrong
        if epoch.number == 1 and epoch.first != 1:
            raise wrong
        if epochs and (epoch.number != epochs[-1].number + 1 or epoch.first != epochs[-1].last + 1):
            raise wrong
        epochs.append(epoch)
    if scope == "whole":
        head = ledger["head"]
        if not has_keys(head, ["epoch", "epochStart", "seq", "chain", "frontier"]) or not isinstance(head["frontier"], list):
            raise wrong
        newest = epochs[-1]
        if [head["epoch"], head["epochStart"], head["seq"]] != [str(newest.number), str(newest.first - 1), str(newest.last)]:
            raise wrong
        if not all(matches(HASH, value) for value in [head["chain"]] + head["frontier"]):
            raise wrong
    return ledger, scope, epochs


# --- entries ---------------------------------------------------------------------------------------------------------


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf_hash(data):
    return sha256(b"\x00", data)


def node_hash(left, right):
    return sha256(b"\x01", left, right)


class Tree:
    """RFC 6962, of which only the perfect subtrees on the right edge are kept: {height: root}."""

    def __init__(self):
        self.perfect = {}

    def append(self, leaf):
        height = 0
        while height in self.perfect:
            leaf = node_hash(self.perfect.pop(height), leaf)
            height += 1
        self.perfect[height] = leaf

    def frontier(self):
        return [self.perfect[height] for height in sorted(self.perfect, reverse=True)]

    def root(self):
        if not self.perfect:
            return sha256()
        smallest, *larger = (self.perfect[height] for height in sorted(self.perfect))
        return functools.reduce(lambda right, left: node_hash(left, right), larger, smallest)


@functools.lru_cache(maxsize=4096)
def is_day(text):
    try:
        datetime.date.fromisoformat(text)
        return True
    except ValueError:
        return False


def is_time(value):
    parts = TIME.fullmatch(value) if isinstance(value, str) else None
    return parts is not None and is_day(parts.group(1))


def is_data(data):
    if not isinstance(data, dict):
        return False
    last = ""
    for key, value in data.items():
        if re.fullmatch("[A-Za-z][A-Za-z0-9]*", key) is None or key <= last:
            return False
        last = key
        if key.endswith("Sealed"):
            if not matches(SEALED, value):
                return False
        elif isinstance(value, list):
            if not all(is_text(item) for item in value):
                return False
        elif not is_text(value):
            return False
    return "validUntil" not in data or is_time(data["validUntil"])


def parse_entry(raw, seq):
    wrong = malformed("entry %d has not the form of an entry" % seq)
    entry = exact_json(raw)
    if not has_keys(entry, ENTRY_KEYS) or not is_data(entry["data"]):
        raise wrong
    for key, value in entry.items():
        if key != "data" and not is_text(value) and not (value is None and key in MAY_BE_NULL):
            raise wrong
    if entry["v"] != "1" or not is_time(entry["recordedAt"]) or not is_time(entry["effectiveAt"]):
        raise wrong
    if not unicodedata.is_normalized("NFC", raw.decode("utf-8")):
        raise wrong
    return entry


def parse_line(raw, keys, after):
    wrong = malformed("the line after entry %d" % after)
    row = exact_json(raw)
    if not has_keys(row, keys) or not matches(DECIMAL, row["seq"]):
        raise wrong
    if not all(is_text(row[key]) for key in ("bytes", "leaf", "chain") if key in row):
        raise wrong
    columns = row["columns"]
    if not has_keys(columns, COLUMN_KEYS) or not all(item is None or is_text(item) for item in columns.values()):
        raise wrong
    proof = row.get("proof")
    if proof is not None:
        if not has_keys(proof, ["epoch", "index", "size", "path"]) or not isinstance(proof["path"], list):
            raise wrong
        if not all(matches(DECIMAL, proof[key]) for key in ("epoch", "index", "size")):
            raise wrong
        if not all(matches(HASH, item) for item in proof["path"]):
            raise wrong
    return row, int(row["seq"]), unbase64(row["bytes"], "the line after entry %d" % after)


def belongs(entry, organisation, seq, epoch):
    if [entry["organisation"], entry["seq"], entry["epoch"]] != [organisation, str(seq), str(epoch.number)]:
        raise malformed("entry %d says that it belongs elsewhere" % seq)


def columns_differ(row, entry):
    return write_json(row["columns"]) != write_json({key: entry[key] for key in COLUMN_KEYS})


# --- consent state ---------------------------------------------------------------------------------------------------

STOPS = ["refused", "withdrawn", "objected"]


def decision_of(entry, seq):
    word = entry["eventType"].partition("consent.")[2]
    if entry["eventType"] != "consent." + word or word not in STOPS + ["given", "expired"]:
        return None
    if entry["subject"] is None or entry["purpose"] is None:
        return None
    data = entry["data"]
    proven = data.get("method") in ("web", "link") or "noticeShownId" in data
    return Decision(seq, entry["purpose"], entry["channel"], word, entry["effectiveAt"], proven,
                    data.get("method") == "import", data.get("validUntil"))


def what_stands(decisions, now):
    """Times are text of one form, so that they compare as they follow."""
    decisions = [one._replace(time=min(one.time, now)) for one in decisions]
    stop = max(((one.time, STOPS.index(one.word)) for one in decisions if one.word in STOPS), default=None)
    end = max((one.time for one in decisions if one.word == "expired"), default="")
    yeses = [one for one in decisions if one.word == "given"]
    proven = [one for one in yeses if one.proven]
    if stop is not None:
        proven = [one for one in proven if one.time > stop[0] and not one.imported]
    in_force = [one for one in proven if (one.until is None or one.until > now) and one.time > end]

    def answer(state, time, word):
        return state, max(one.seq for one in decisions if one.time == time and one.word == word)

    if in_force:
        return answer("given", max(one.time for one in in_force), "given")
    if proven:
        return answer("expired", max(one.time for one in proven), "given")
    if stop is not None:
        return answer(STOPS[stop[1]], stop[0], STOPS[stop[1]])
    if yeses:
        return answer("unverified", max(one.time for one in yeses), "given")
    return answer("expired", end, "expired")


def state_lines(people, now):
    def in_order(text):
        return (text or "").encode("utf-16-be", "surrogatepass")

    for subject in sorted(people):
        purposes = defaultdict(list)
        for one in people[subject]:
            purposes[one.purpose].append(one)
        for purpose in sorted(purposes, key=in_order):
            for channel in sorted({one.channel for one in purposes[purpose]}, key=in_order):
                counting = [one for one in purposes[purpose] if one.channel in (None, channel)]
                state, seq = what_stands(counting, now)
                line = {"subject": subject, "purpose": purpose, "channel": channel, "decision": state, "seq": str(seq)}
                yield write_json(line).encode("utf-8")


def check_state(path, people, now):
    expected = state_lines(people, now)
    for number, line in enumerate(read_lines(path), 1):
        if next(expected, None) != line:
            raise Fault(DIFFERS, "Projection differs: line %d of state.ndjson is not as entries say." % number)
    if next(expected, None) is not None:
        raise Fault(DIFFERS, "Projection differs: state.ndjson lacks what the entries say.")


# --- a whole ledger --------------------------------------------------------------------------------------------------


def check_root(tree, epoch, size, roots, agreed):
    notes = roots.get((epoch.number, size))
    if notes is None:
        return agreed
    if notes["root"] != tree.root():
        if notes["ours"]:
            raise altered("%d or one up to %d" % (agreed + 1, epoch.first + size - 1), "is not what was signed")
        raise Fault(FORKED, "Forked: up to entry %d another history was signed outside." % (epoch.first + size - 1))
    return epoch.first + size - 1


def check_opening(entry, epoch, root_before):
    data = entry["data"]
    expected = [str(epoch.number - 1), str(epoch.first - 1)]
    right = entry["eventType"] == "epoch.opened"
    right = right and [data.get("previousEpoch"), data.get("previousLastSeq")] == expected
    if not right or (root_before is not None and data.get("previousRoot") != root_before.hex()):
        raise altered(epoch.first, "does not open its epoch where the one before ended")


def check_whole(folder, ledger, epochs, notes, roots):
    lines = read_lines(os.path.join(folder, "entries.ndjson"))
    seq, now, agreed, differing, root_before = epochs[0].first - 1, "", 0, None, None
    people = defaultdict(list)
    tree, chain = Tree(), bytes(32)
    for epoch in epochs:
        tree, chain = Tree(), bytes(32)
        agreed = check_root(tree, epoch, 0, roots, epoch.first - 1)
        while seq < epoch.last:
            raw = next(lines, None)
            if raw is None:
                raise Fault(TRUNCATED, "Truncated: entry %d and what followed are missing." % (seq + 1))
            row, said, data = parse_line(raw, ["seq", "bytes", "leaf", "chain", "columns"], seq)
            if said != seq + 1:
                raise altered(min(said, seq + 1), "is missing or one too many")
            seq += 1
            leaf = leaf_hash(data)
            chain = sha256(b"panel-chain/v1", chain, leaf)
            if row["leaf"] != leaf.hex() or row["chain"] != chain.hex():
                raise altered(seq, "does not fit its hashes")
            entry = parse_entry(data, seq)
            belongs(entry, ledger["organisation"], seq, epoch)
            if entry["recordedAt"] < now:
                raise malformed("entry %d was recorded before the one before it" % seq)
            now = entry["recordedAt"]
            if differing is None and columns_differ(row, entry):
                differing = seq
            if seq == epoch.first and epoch.number > 1:
                check_opening(entry, epoch, root_before)
            tree.append(leaf)
            agreed = check_root(tree, epoch, seq - epoch.first + 1, roots, agreed)
            if entry["eventType"] == "subject.erased":
                people.pop(entry["subject"], None)
            decision = decision_of(entry, seq)
            if decision is not None:
                people[entry["subject"]].append(decision)
        root_before = tree.root()
    surplus = next(lines, None)
    if surplus is not None:
        _, said, _ = parse_line(surplus, ["seq", "bytes", "leaf", "chain", "columns"], seq)
        raise altered(min(said, seq + 1), "is missing or one too many")
    sizes = {epoch.number: epoch.last - epoch.first + 1 for epoch in epochs}
    for note in notes:
        if note.epoch > epochs[-1].number or note.size > sizes.get(note.epoch, note.size):
            raise Fault(TRUNCATED, "Truncated: a checkpoint of epoch %d speaks of %d entries." % (note.epoch, note.size))
    head = ledger["head"]
    if head["chain"] != chain.hex() or head["frontier"] != [root.hex() for root in tree.frontier()]:
        raise Fault(ALTERED, "Altered: the head does not fit the entries.")
    tell_differing(differing)
    sentences = ["Entries %d to %d are whole, in order and fit every checkpoint." % (epochs[0].first, seq)]
    if epochs[0].number == 1:
        check_state(os.path.join(folder, "state.ndjson"), people, now)
        sentences.append("Consent state is what the entries say.")
    else:
        sentences.append("Consent state was not compared: it may rest on entries whose time was over.")
    ends = [epoch.first + note.size - 1 for note in notes for epoch in epochs
            if not note.ours and note.size > 0 and note.epoch == epoch.number]
    if ends:
        sentences.append("Anchored up to entry %d%s." % (max(ends), "; what follows rests on nobody outside" if max(ends) < seq else ""))
    return bool(ends), sentences


def tell_differing(seq):
    if seq is not None:
        raise Fault(DIFFERS, "Projection differs: the columns of entry %d are not as the entry says." % seq)


# --- a selection -----------------------------------------------------------------------------------------------------


def root_from_path(leaf, index, size, path):
    """RFC 9162, section 2.1.3.2; None where the path has not the right length."""
    position, last, result = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if position & 1 or position == last:
            result = node_hash(sibling, result)
            while position and not position & 1:
                position >>= 1
                last >>= 1
        else:
            result = node_hash(result, sibling)
        position >>= 1
        last >>= 1
    return result if last == 0 else None


def check_proof(seq, leaf, proof, epoch, roots, wanted):
    """Whether a checkpoint from outside covers it. What its path leads to and nobody gave goes to wanted."""
    size, index = int(proof["size"]), seq - epoch.first
    notes = roots.get((int(proof["epoch"]), size))
    placed = proof["epoch"] == str(epoch.number) and proof["index"] == str(index) and index < size
    path = [bytes.fromhex(item) for item in proof["path"]]
    if not placed or notes is None or not notes["ours"] or root_from_path(leaf, index, size, path) != notes["root"]:
        raise altered(seq, "is not proven by its path")
    if not notes["theirs"]:
        wanted[size] = True
    return notes["theirs"]


def check_selection(folder, ledger, epochs, notes, roots):
    after, count, held, differing = 0, 0, 0, None
    wanted = {}
    for raw in read_lines(os.path.join(folder, "entries.ndjson")):
        row, seq, data = parse_line(raw, ["seq", "bytes", "leaf", "columns", "proof"], after)
        epoch = next((one for one in epochs if one.first <= seq <= one.last), None)
        if seq <= after or epoch is None:
            raise altered(seq, "stands where it cannot")
        leaf = leaf_hash(data)
        if row["leaf"] != leaf.hex():
            raise altered(seq, "does not fit its hash")
        entry = parse_entry(data, seq)
        belongs(entry, ledger["organisation"], seq, epoch)
        if differing is None and columns_differ(row, entry):
            differing = seq
        if row["proof"] is not None and check_proof(seq, leaf, row["proof"], epoch, roots, wanted):
            held += 1
        after, count = seq, count + 1
    tell_differing(differing)
    sentences = ["%d entries are whole; %d of them stand in a checkpoint that you hold." % (count, held)]
    sentences += ["Their proofs lead to the checkpoint over %d entries." % size for size in wanted]
    return count > 0 and held == count, sentences


# --- the whole check -------------------------------------------------------------------------------------------------


def roots_of(notes):
    roots = {}
    for note in notes:
        said = roots.setdefault((note.epoch, note.size), {"root": note.root, "ours": False, "theirs": False})
        if said["root"] != note.root:
            raise Fault(FORKED, "Forked: two histories of %d entries were signed." % note.size)
        said["ours" if note.ours else "theirs"] = True
    return roots


def check(folder, checkpoints, keys):
    ledger, scope, epochs = read_ledger(read_text(os.path.join(folder, "ledger.json")))
    for name in ["entries.ndjson"] + (["state.ndjson"] if scope == "whole" else []):
        if not os.path.exists(os.path.join(folder, name)):
            raise malformed("%s is missing" % name)
    notes = read_notes(read_text(os.path.join(folder, "checkpoints.txt")), "checkpoints.txt", True)
    if any(note.organisation != ledger["organisation"] for note in notes):
        raise malformed("checkpoints.txt speaks of another ledger")
    given = read_keys(read_text(os.path.join(folder, "keys.txt")), "keys.txt")
    for path in checkpoints:
        outside = read_notes(read_text(path), os.path.basename(path), False)
        notes += [note for note in outside if note.organisation == ledger["organisation"]]
    held = []
    for key in keys:
        held += read_keys(read_text(key) if os.path.exists(key) else key, "--key")
    check_signatures(notes, held + given, held or given)
    roots = roots_of(notes)
    anchored, sentences = (check_whole if scope == "whole" else check_selection)(folder, ledger, epochs, notes, roots)
    if not anchored:
        sentences.append("Not anchored: give a checkpoint that you hold with --checkpoints.")
    if not held:
        sentences.append("The keys are those of the folder: give the one that you hold with --key.")
    return INTACT if anchored else NOT_ANCHORED, sentences


def verify(folder, checkpoints=(), keys=()):
    """The exit code, and sentences that say why."""
    try:
        return check(folder, checkpoints, keys)
    except Fault as fault:
        return fault.code, [fault.sentence]


def main(arguments):
    if arguments[:1] == ["--many"] and len(arguments) == 2:
        for line in read_lines(arguments[1]):
            call = json.loads(line)
            code, sentences = verify(call["folder"], call["checkpoints"], call["keys"])
            print(json.dumps({"code": code, "sentences": sentences}))
        return 0
    options = {"--checkpoints": [], "--key": []}
    rest = arguments[1:]
    wellformed = len(rest) % 2 == 0 and all(name in options for name in rest[0::2])
    if not arguments or not wellformed or not os.path.isdir(arguments[0]):
        print("Call: verify_ledger.py FOLDER [--checkpoints FILE]... [--key KEY-or-FILE]...", file=sys.stderr)
        return MALFORMED
    for name, value in zip(rest[0::2], rest[1::2]):
        options[name].append(value)
    code, sentences = verify(arguments[0], options["--checkpoints"], options["--key"])
    print("\n".join(sentences))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
