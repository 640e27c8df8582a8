import type { CaughtMail } from "./store";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Text with its web addresses as links. What surrounds a link (a full stop, a bracket) stays outside it. */
function withLinks(text: string): string {
  const parts = text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/);
  return parts
    .map((part, index) => (index % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join("");
}

const clock = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "long",
  timeStyle: "medium",
  timeZone: "Europe/London",
});

function when(mail: CaughtMail): string {
  const time = mail.receivedAt === "" ? "" : clock.format(new Date(mail.receivedAt));
  return `<time datetime="${escape(mail.receivedAt)}">${time}</time>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Mailbox</title>
<link rel="stylesheet" href="/mailbox.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header><a href="/">Mailbox</a><p>Mail that this demo sent. Nothing here left this computer.</p></header>
<main id="main">
${body}
</main>
</body>
</html>
`;
}

function row(mail: CaughtMail): string {
  return `<li><a href="/messages/${mail.id}">${escape(mail.subject || "(no subject)")}</a>
<span>to ${escape(mail.to.join(", "))}</span> <span>${when(mail)}</span></li>`;
}

/** The list, newest first. At most 100 are shown; the filter finds the rest. */
export function listPage(mails: readonly CaughtMail[], to: string): string {
  const shown = mails.slice(0, 100);
  const none =
    to === "" ? "No mail yet. What the product sends appears here." : `No mail to “${escape(to)}”.`;
  const more =
    mails.length > shown.length ? `<p>The newest 100 of ${mails.length}. Filter to see older ones.</p>` : "";
  return page(
    to === "" ? "All mail" : `Mail to ${to}`,
    `<h1>${to === "" ? "All mail" : `Mail to ${escape(to)}`}</h1>
<form action="/" method="get">
<label for="to">Show mail to</label>
<div><input id="to" name="to" value="${escape(to)}" autocomplete="off" spellcheck="false"><button>Filter</button></div>
</form>
<p class="actions"><a href="/${to === "" ? "" : `?to=${encodeURIComponent(to)}`}">Look again</a>${to === "" ? "" : ` <a href="/">Show all mail</a>`}</p>
${shown.length === 0 ? `<p class="none">${none}</p>` : `<ol class="mails">${shown.map(row).join("\n")}</ol>`}
${more}`,
  );
}

function filesOf(mail: CaughtMail): string {
  if (mail.files.length === 0) return "";
  const files = mail.files.map(
    ({ name, text }, at) =>
      `<details><summary>${escape(name)}</summary><p><a href="/messages/${mail.id}/files/${at}" download="${escape(name)}">Save it</a></p><pre>${escape(text)}</pre></details>`,
  );
  return `<section aria-labelledby="files"><h2 id="files">Files</h2>${files.join("\n")}</section>`;
}

/** One mail: its text with links, its HTML as a reader shows it, its files and its headers. */
export function mailPage(mail: CaughtMail): string {
  const html =
    mail.html === ""
      ? ""
      : `<section aria-labelledby="html"><h2 id="html">As designed</h2>
<iframe title="The mail as designed" src="/messages/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe></section>`;
  const headers = mail.headers
    .map(({ name, value }) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`)
    .join("\n");
  return page(
    mail.subject || "(no subject)",
    `<p class="actions"><a href="/">All mail</a></p>
<h1>${escape(mail.subject || "(no subject)")}</h1>
<dl class="facts"><dt>From</dt><dd>${escape(mail.from)}</dd>
<dt>To</dt><dd>${mail.to.map((address) => `<a href="/?to=${encodeURIComponent(address)}">${escape(address)}</a>`).join(", ")}</dd>
<dt>Sent</dt><dd>${when(mail)}</dd></dl>
<section aria-labelledby="text"><h2 id="text">As text</h2><pre>${withLinks(mail.text)}</pre></section>
${html}
${filesOf(mail)}
<details><summary>Headers</summary><dl class="headers">${headers}</dl></details>`,
  );
}

/** The HTML part alone. Its links open beside the mailbox; its scripts and pictures from elsewhere do not run or load. */
export function htmlPart(mail: CaughtMail): string {
  return `<!doctype html><base target="_blank">${mail.html}`;
}

export function missingPage(): string {
  return page("Not found", `<h1>There is no such mail</h1><p><a href="/">All mail</a></p>`);
}
