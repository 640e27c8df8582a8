import { tellMainJob } from "./story/main-job";

// On a panel that rests on legitimate interests: nobody has decided yet about an objection of a minute ago; others of the
// demo were answered.
tellMainJob({
  panel: "citizens-together",
  name: "Citizens Together",
  stopped: /person objected\. Nothing is sent until the data protection officer/iu,
  event: "Objected",
});
