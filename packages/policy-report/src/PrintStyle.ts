/** The style sheet of a report on A4: page numbers below, the running title above. */
import { type Document, ShownText } from "@grootboek/cells"

export const sheet = ({ running, page }: Document.Document): string => `
@page { size: A4; margin: 22mm 16mm 18mm;
  @top-left { content: "${quoted(running)}"; font: 8pt Arial, "Liberation Sans", sans-serif; color: #59636e; }
  @bottom-right { content: "${quoted(page)} " counter(page) " / " counter(pages); font: 8pt Arial, "Liberation Sans", sans-serif; color: #59636e; } }
body { font: 10.5pt/1.4 Arial, "Liberation Sans", sans-serif; color: #1b1f24; max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.7em; margin: 2em 0 .6em; } h2 { font-size: 1.35em; margin: 1.6em 0 .5em; } h3 { font-size: 1.15em; } h4 { font-size: 1.05em; margin: 1.4em 0 .3em; } h5 { font-size: 1em; }
.title { font-size: 2em; margin-top: 0; }
.text, dd { white-space: pre-line; }
a { color: inherit; text-decoration: none; } a:hover, a:focus { text-decoration: underline; }
nav ol { list-style: none; padding: 0; } nav .l1 { font-weight: bold; margin-top: .6em; } nav .l3 { padding-left: 1.2em; } nav .l4 { padding-left: 2.4em; font-size: .92em; }
dl { display: grid; grid-template-columns: 10.5em 1fr; gap: .25em .8em; margin: .4em 0; } dt { font-weight: bold; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: .5em 0 1.2em; font-size: .86em; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: bold; padding: .3em 0; } .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); padding: 0; }
th, td { text-align: left; vertical-align: top; padding: .18em .45em; border-bottom: 1px solid #d8dee4; font-weight: normal; white-space: pre-line; }
thead th { border-bottom: 1.5px solid #59636e; font-weight: bold; } .figure { text-align: right; white-space: nowrap; } td.figure { vertical-align: bottom; }
.heading th, .strong th, .strong td { font-weight: bold; }
${Array.from({ length: 9 }, (_, at) => `tbody .l${at + 1} { padding-left: ${0.45 + (at + 1) * 0.8}em; }`).join("\n")}
@media print { body { max-width: none; padding: 0; font-size: 9pt; } nav, main > h1 { break-before: page; } h2, h3, h4, caption, .heading { break-after: avoid; } tr, dt, dd, .short { break-inside: avoid; } dl:has(+ table) { break-after: avoid; } .text { orphans: 3; widows: 3; } thead { display: table-header-group; } tbody tr:first-child { break-before: avoid; }
  nav { font-size: .86em; line-height: 1.25; } nav ol { columns: 2; column-gap: 1.6em; } nav li { break-inside: avoid; } nav .l1 { break-after: avoid; } main > h1 { margin-top: 0; } }
`

const quoted = (text: string): string =>
  ShownText.of(text).replace(/[\\"<\n\r\p{Cc}]/gu, (one) => `\\${(one.codePointAt(0) ?? 32).toString(16)} `)
