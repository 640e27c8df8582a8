import { register } from "tsx/esm/api";

// Starts the web process. What is written in TypeScript is read through tsx while the process starts; after that tsx is let
// go, or every `require` of a request would ask it.

const release = register();
await import("./main.ts");
await release();
