import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { Page } from "playwright-core";
import { startApplication, type Application } from "../support/application";
import { launchBrowser } from "../support/browser";
import { freePort, startCluster } from "../support/cluster";
import { bodyOf, formIn, type HtmlForm } from "./html-form";
import { alternating, load, median, percentile, type Bench, type Row } from "./row";

const visitors = 16;
const seconds = 5;
const minimal = path.resolve("tests/bench/minimal-app");
const nextBin = path.resolve("node_modules/next/dist/bin/next");

const typed = {
  givenName: "Sam",
  familyName: "Sample",
  email: "sam.sample@residents.example",
  phone: "",
  addressLine1: "",
  addressLine2: "",
  town: "",
  postcode: "",
};

/** The least a server action can be, built and running on a database of its own. */
async function startMinimal(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { address, stop } = await startCluster({ durable: true });
  const pool = new pg.Pool({
    connectionString: address.ownerUrl.replace(/\/[^/]*$/u, "/panel_template"),
    max: 1,
  });
  await pool.query("create table bare_answer (id bigserial primary key, answers jsonb)");
  await pool.end();
  // Away from the project, so that nothing of ours is taken for the app's own.
  const folder = mkdtempSync(path.join("/var/tmp", "resident-panel-minimal-"));
  cpSync(minimal, folder, { recursive: true, filter: (source) => path.basename(source) !== ".next" });
  symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"));
  execFileSync(process.execPath, [nextBin, "build"], { cwd: folder, stdio: "ignore" });
  const port = await freePort();
  const child = spawn(process.execPath, [nextBin, "start", "-p", String(port)], {
    cwd: folder,
    env: { ...process.env, BARE_DATABASE_URL: address.ownerUrl.replace(/\/[^/]*$/u, "/panel_template") },
    stdio: "ignore",
  });
  const url = `http://localhost:${port}`;
  for (let tries = 0; tries < 120; tries += 1) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
      await stop();
    },
  };
}

async function post(form: HtmlForm, body: FormData, cookie: string): Promise<Response> {
  const answer = await fetch(form.action, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { origin: new URL(form.action).origin, "sec-fetch-site": "same-origin", cookie },
  });
  await answer.arrayBuffer();
  return answer;
}

async function pageForm(url: string, cookie = ""): Promise<HtmlForm> {
  return formIn(await (await fetch(url, { headers: { cookie } })).text(), url);
}

/** Starts a join and returns what posts its details page, as a browser without JavaScript does. */
async function joinPoster(url: string): Promise<() => Promise<void>> {
  const start = await pageForm(`${url}/customer-voices/join`);
  const begun = await post(start, bodyOf(start, { eligible: "on" }), "");
  const cookie = begun.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const details = await pageForm(`${url}/customer-voices/join/details`, cookie);
  return async () => {
    const answer = await post(details, bodyOf(details, typed), cookie);
    if (answer.status !== 303) throw new Error(`Joining answered ${answer.status}.`);
  };
}

async function minimalPoster(url: string): Promise<() => Promise<void>> {
  const form = await pageForm(url);
  return async () => {
    const answer = await post(
      form,
      bodyOf(form, { one: "1", two: "2", three: "3", four: "4", five: "5", six: "6" }),
      "",
    );
    if (answer.status !== 303) throw new Error(`The minimal app answered ${answer.status}.`);
  };
}

async function joinRow(application: Application): Promise<Row> {
  const bare = await startMinimal();
  // A draft for each: sixteen visitors do not wait for one row.
  const joins = await Promise.all(Array.from({ length: visitors }, () => joinPoster(application.url)));
  const join = async (visitor: number): Promise<void> => joins[visitor]?.();
  const least = await minimalPoster(bare.url);
  const rate = async (work: (visitor: number) => Promise<void>) =>
    (await load(visitors, seconds, work)).perSecond;
  await rate(join);
  await rate(least);
  const result = await alternating(
    3,
    () => rate(join),
    () => rate(least),
  );
  await bare.stop();
  return {
    name: "join: post the details page",
    measured: `${result.measured.toFixed(0)}/s`,
    baseline: `${result.baseline.toFixed(0)}/s the least server action`,
    ratio: result.ratio,
    target: "≥ 0.5",
    met: result.ratio >= 0.5,
    method: `${visitors} posters, ${seconds} s each, three rounds in turn after one to warm up, medians`,
  };
}

async function signInResident(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/customer-voices/sign-in`);
  await page
    .getByRole("button", { name: /resident/iu })
    .first()
    .click();
  await page.waitForURL(/\/my/u);
}

type Weight = { bytes: number; requests: number; load: number };

async function coldLoad(page: Page, url: string): Promise<Weight> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  let [bytes, requests] = [0, 0];
  session.on("Network.loadingFinished", (event) => {
    bytes += event.encodedDataLength;
    requests += 1;
  });
  const before = performance.now();
  await page.goto(url, { waitUntil: "load" });
  const loaded = performance.now() - before;
  await page.waitForLoadState("networkidle");
  await session.detach();
  return { bytes, requests, load: loaded };
}

function weightRow(name: string, loads: readonly Weight[]): Row {
  const bytes = median(loads.map((one) => one.bytes));
  const requests = Math.max(...loads.map((one) => one.requests));
  return {
    name: `${name}: whole page, cold`,
    measured: `${(bytes / 1000).toFixed(0)} kB, ${requests} requests, load p95 ${percentile(
      loads.map((one) => one.load),
      0.95,
    ).toFixed(0)} ms`,
    baseline: "",
    ratio: null,
    target: "≤ 175 kB, ≤ 10 requests",
    met: bytes <= 175_000 && requests <= 10,
    method: "Chromium at 390 × 844, cache off, five loads, encodedDataLength of every response, median bytes",
  };
}

async function serverRow(name: string, url: string, cookie: string): Promise<Row> {
  const once = async (): Promise<void> => {
    await (await fetch(url, { headers: { cookie } })).arrayBuffer();
  };
  await load(1, 2, once);
  const { latencies } = await load(1, seconds, once);
  const p95 = percentile(latencies, 0.95);
  return {
    name: `${name}: answer of the server`,
    measured: `p50 ${percentile(latencies, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
    baseline: "",
    ratio: null,
    target: "p95 ≤ 100 ms",
    met: p95 <= 100,
    method: `one visitor, ${seconds} s after two to warm up, whole body read`,
  };
}

/** What a resident's phone loads, and how fast the server answers. */
export const pages: Bench = {
  name: "pages",
  run: async () => {
    const application = await startApplication();
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const rows: Row[] = [await joinRow(application)];
      const joinUrl = `${application.url}/customer-voices/join`;
      const loads = async (url: string) => {
        const all: Weight[] = [];
        for (let turn = 0; turn < 5; turn += 1) all.push(await coldLoad(page, url));
        return all;
      };
      rows.push(weightRow("join", await loads(joinUrl)), await serverRow("join", joinUrl, ""));
      await signInResident(page, application.url);
      const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
      const myUrl = `${application.url}/my`;
      rows.push(weightRow("dashboard", await loads(myUrl)), await serverRow("dashboard", myUrl, cookie));
      return rows;
    } finally {
      await browser.close();
      await application.stop();
    }
  },
};
