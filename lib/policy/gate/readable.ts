// Facts arrive as JSON and from other people's code: what does not have the shape of facts is refused, never guessed at
// (law.md 13: total). Values that are odd but of the right type are each rule's own question.

type Shape = Readonly<Record<string, unknown>>;

function isShape(value: unknown): value is Shape {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function isList(value: unknown, each: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(each);
}

function isListOrAbsent(value: unknown, each: (one: unknown) => boolean): boolean {
  return value === undefined || isList(value, each);
}

const isNumber = (value: unknown): boolean => typeof value === "number";
const isText = (value: unknown): value is string => typeof value === "string";

function isShapeOrNothing(value: unknown): boolean {
  return value === undefined || value === null || isShape(value);
}

function isConsent(value: unknown): boolean {
  return isShape(value) && isText(value["decision"]) && isNumber(value["effectiveAt"]);
}

function isPeriod(value: unknown): boolean {
  const repeats = isShape(value) ? value["yearly"] : null;
  if (repeats !== undefined && typeof repeats !== "boolean") return false;
  return isShape(value) && isText(value["from"]) && isText(value["to"]);
}

function isOutcome(value: unknown): boolean {
  const told = isShape(value) ? value["toldAt"] : null;
  if (told !== undefined && !isNumber(told)) return false;
  return isShape(value) && isText(value["reasons"]) && isNumber(value["decidedAt"]);
}

function isSetting(value: unknown): boolean {
  return isShape(value) && isText(value["approvalId"]);
}

function isMember(value: unknown): boolean {
  return (
    isShape(value) &&
    isTextOrNull(value["pausedUntil"]) &&
    isList(value["approaches"], isNumber) &&
    isListOrAbsent(value["suppressions"], isShape) &&
    isListOrAbsent(value["restrictedPurposes"], isText) &&
    (value["restrictedUntil"] === undefined || isNumber(value["restrictedUntil"])) &&
    isListOrAbsent(value["unusableChannels"], isText) &&
    (value["age"] === undefined || isShape(value["age"]))
  );
}

function isPurpose(value: unknown): boolean {
  return (
    isShape(value) &&
    isText(value["key"]) &&
    isList(value["channels"], isText) &&
    isListOrAbsent(value["promisedConsent"], isText) &&
    isTextOrNull(value["liaReviewOn"]) &&
    isTextOrNull(value["legalSource"])
  );
}

function isRepresentative(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return isShape(value) && isList(value["scope"], isText) && isTextOrNull(value["lastDay"]);
}

function isBudget(value: unknown): boolean {
  return value === null || (isShape(value) && isText(value["window"]) && isNumber(value["approaches"]));
}

/** Whether these have the shape of the gate's facts, so that no rule meets anything it cannot read. */
export function haveShape(facts: unknown): boolean {
  return (
    isShape(facts) &&
    isShape(facts["organisation"]) &&
    (facts["purpose"] === null || isPurpose(facts["purpose"])) &&
    isMember(facts["member"]) &&
    (facts["address"] === null || isShape(facts["address"])) &&
    isList(facts["consents"], isConsent) &&
    isList(facts["suppressions"], isShape) &&
    isBudget(facts["contactBudget"]) &&
    isTextOrNull(facts["tpsScreenedOn"]) &&
    isShapeOrNothing(facts["softOptIn"]) &&
    isShapeOrNothing(facts["callOverride"]) &&
    (facts["mpsScreenedOn"] === undefined || isTextOrNull(facts["mpsScreenedOn"])) &&
    isListOrAbsent(facts["objectionOutcomes"], isOutcome) &&
    isListOrAbsent(facts["quietDates"], isPeriod) &&
    isRepresentative(facts["representative"]) &&
    isListOrAbsent(facts["settings"], isSetting)
  );
}

/** Whether this is a request that names its kind, channel and purpose. */
export function isRequest(request: unknown): boolean {
  return (
    isShape(request) &&
    isText(request["kind"]) &&
    isText(request["channel"]) &&
    isText(request["purposeKey"]) &&
    isTextOrNull(request["publicTaskSignOff"] ?? null) &&
    isShapeOrNothing(request["rendered"])
  );
}
