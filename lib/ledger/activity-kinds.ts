// What members are asked to take part in: the part of the catalogue (catalogue.ts) that is about activities.

const ofActivity = { required: ["activityId"], screen: "trail" } as const;

export const activityKinds = {
  "activity.published": {
    proves: "What members were asked to take part in, from when, and for which purpose.",
    required: ["activityId", "kind"],
    optional: ["definitionHash"],
    screen: "trail",
  },
  "activity.changed": {
    proves: "Which details of an activity were changed after it was published, by whom and when.",
    required: ["activityId", "fields"],
    screen: "trail",
  },
  "activity.closed": {
    proves: "From when answers were no longer taken, before the day that had been announced.",
    ...ofActivity,
  },
  "activity.reopened": {
    proves: "From when answers were taken again.",
    ...ofActivity,
  },
  "activity.cancelled": {
    proves: "Who called an activity off, and when. The reason stands with the activity.",
    ...ofActivity,
  },
} as const;
