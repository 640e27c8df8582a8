import { tellMainJob } from "./story/main-job";

// On a panel that rests on consent.
tellMainJob({
  panel: "customer-voices",
  name: "Customer Voices",
  stopped: /took back their yes/iu,
  event: "Withdrawn",
});
