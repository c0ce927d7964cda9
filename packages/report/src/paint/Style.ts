/** The style sheet of every page: screen in light and dark, A4 in print. The policy of a page allows only its hash. */

export const sheet = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --faint: #59636e; --line: #c9d1d9; --band: #eef2f6; --bad: #b42318; --good: #116329; --link: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0f1419; --faint: #9aa7b4; --line: #3a444f; --band: #1b232c; --bad: #ff8f85; --good: #6fdd8b; --link: #7cb7ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 78rem; padding: 1.5rem; color: var(--ink); background: var(--paper); font: 15px/1.4 "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
a { color: var(--link); }
th, td.text { mso-number-format: "\\@"; }
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 0; font-size: 1.15rem; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
p { margin: .3rem 0; }
.faint { color: var(--faint); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.form { margin-top: 2.5rem; }
.form > header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2rem; align-items: baseline; padding-bottom: .4rem; border-bottom: 2px solid var(--ink); }
.sheet h2 { margin: 1rem 0 .2rem; }
.sheet th, .sheet td { vertical-align: top; }
.sheet thead th, .sheet thead td { vertical-align: bottom; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums lining-nums; }
th, td { padding: .16rem .5rem; vertical-align: bottom; text-align: left; font-weight: 400; }
thead th { font-weight: 600; white-space: nowrap; }
thead th, thead td { border-bottom: 1px solid var(--ink); background: var(--paper); }
td, th.figure { position: relative; text-align: right; white-space: nowrap; }
td.text { text-align: left; white-space: normal; }
tbody tr { border-bottom: 1px solid var(--line); }
tr.heading { background: var(--band); }
tr.heading th { font-weight: 600; padding-top: .45rem; }
tr.top th, tr.top td { font-weight: 600; }
tr.zero { color: var(--faint); }
tr.cause th, tr.cause td { color: var(--faint); }
tr.cause, tr.cell { border-bottom: 0; }
tr.cell { border-top: 1px solid var(--line); }
thead th::first-letter { text-transform: uppercase; }
table.words td { vertical-align: top; }
.again { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.marker { display: inline-block; min-width: 1.5em; padding-right: .35em; }
.l0 { padding-left: .5rem; } .l1 { padding-left: 1.6rem; } .l2 { padding-left: 2.7rem; } .l3 { padding-left: 3.8rem; } .l4 { padding-left: 4.9rem; } .l5 { padding-left: 6rem; } .l6 { padding-left: 7.1rem; } .l7 { padding-left: 8.2rem; } .l8 { padding-left: 9.3rem; } .l9 { padding-left: 10.4rem; }
.bad { color: var(--bad); } .good { color: var(--good); }
.notes { margin: .6rem 0 0; padding-left: 1.6rem; font-size: .87rem; color: var(--faint); }
sup { position: absolute; line-height: 1; }
sup a { padding-left: .1em; text-decoration: none; }
.print { display: none; }
footer.page { margin-top: 2.5rem; padding-top: .6rem; border-top: 1px solid var(--line); font-size: .87rem; color: var(--faint); }
@page { size: A4 portrait; margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, "Liberation Sans", sans-serif; color: #59636e; } }
@page wide { size: A4 landscape; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #444; --line: #bbb; --band: #eee; --bad: #000; --good: #000; --link: #000; }
  body { max-width: none; padding: 0; font-size: 8.5pt; line-height: 1.25; }
  nav { display: none; }
  .form { margin: 0; break-before: page; }
  .wide { page: wide; }
  .form:first-child, #causes + .form { break-before: auto; margin-top: 6mm; }
  .sheet h2 { margin: 2mm 0 .5mm; font-size: 9pt; }
  .sheet table { font-size: 6.8pt; }
  .sheet th, .sheet td { padding-left: .7mm; padding-right: .7mm; }
  .form > header { padding-bottom: 1mm; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  tr.heading { break-after: avoid; }
  tr.cell:has(+ tr.cause) { break-after: avoid; }
  th, td { padding-top: .4mm; padding-bottom: .4mm; }
  .print { display: block; }
  footer.page { display: none; }
}
`

/** The SHA-256 of the style sheet, as a Content-Security-Policy names it. A test compares it with the style sheet. */
export const hash = "sha256-LB2pCQVoFWBuIw5CYFhUz9vhVV9Hr0Q4A9knEVJAQ1g="
