/** The mailbox's stylesheet. It stands apart from the product's on purpose: it is a tool, and must not be taken for a page of it. */
export const STYLE = `
:root { color-scheme: light; --ink: #1d2530; --quiet: #55606e; --line: #d5dae1; --link: #1a4f8b; --paper: #fff; --ground: #f4f6f8; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.5 system-ui, "Segoe UI", "Open Sans", sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 54rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; border-bottom: 1px solid var(--line); }
header a { font-weight: 700; color: var(--ink); text-decoration: none; }
header p { margin: 0; color: var(--quiet); font-size: .9375rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, input:focus-visible, button:focus-visible, summary:focus-visible, iframe:focus-visible { outline: 3px solid #b45309; outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0 1rem; }
h2 { font-size: 1.0625rem; margin: 1.75rem 0 .5rem; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
form div { display: flex; gap: .5rem; max-width: 30rem; }
input { flex: 1; min-width: 0; font: inherit; padding: .45rem .6rem; border: 2px solid var(--quiet); border-radius: 4px; background: var(--paper); color: inherit; }
button { font: inherit; font-weight: 600; padding: .45rem 1rem; min-height: 2.75rem; border: 0; border-radius: 4px; background: var(--link); color: #fff; cursor: pointer; }
.actions { display: flex; gap: 1.25rem; margin: 1rem 0; }
.mails { list-style: none; margin: 0; padding: 0; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
.mails li { padding: .75rem 1rem; border-top: 1px solid var(--line); display: grid; gap: .1rem; }
.mails li:first-child { border-top: 0; }
.mails a { font-weight: 600; padding: .15rem 0; } .mails span, time { color: var(--quiet); font-size: .9375rem; }
.none { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 2rem 1rem; text-align: center; color: var(--quiet); }
dl { margin: 0; } .facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dt { color: var(--quiet); } dd { margin: 0; }
pre { margin: 0; padding: 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; font: .9375rem/1.55 ui-monospace, "Cascadia Mono", Menlo, monospace; white-space: pre-wrap; }
iframe { width: 100%; height: 44rem; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
details { margin: 1.75rem 0; } summary { cursor: pointer; font-weight: 600; padding: .5rem 0; }
.headers { font-size: .875rem; } .headers dd { margin: 0 0 .5rem; font-family: ui-monospace, Menlo, monospace; }
@media (min-width: 44rem) { .mails li { grid-template-columns: 1fr auto; } .mails a { grid-column: 1 / -1; } }
`;
