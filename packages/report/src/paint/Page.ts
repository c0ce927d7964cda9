/** A self-contained page: one file without scripts or external assets, and a policy that forbids both. */
import type { Language } from "../words/Language.ts"
import * as Words from "../words/Words.ts"
import { html, type Markup, type MarkupPart, render, trusted } from "./Markup.ts"
import * as Style from "./Style.ts"

/** A page: its title, the lines below it, and its parts. */
export interface Page {
  readonly language: Language
  readonly title: string
  /** Lines below the title: whose it is, and of which moment. */
  readonly about: ReadonlyArray<string>
  /** Anchors and names of the parts. */
  readonly parts: ReadonlyArray<{
    readonly id: string
    readonly name: string
    readonly isWide: boolean
    readonly body: Markup
  }>
}

export const format = ({ language, title, about, parts }: Page): string => {
  const words = Words.of(language)
  return `<!doctype html>\n${render(html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(Style.sheet)}</style>
</head>
<body>
<header class="cover${side(parts[0])}">
<h1>${title}</h1>
${about.map((line) => html`<p>${line}</p>\n`)}<p class="print">${words.footer}</p>
${contents(words, parts)}</header>
<main>
${parts.map(({ body }) => html`${body}\n`)}</main>
<footer class="page"><p>${words.footer}</p></footer>
</body>
</html>
`)}`
}

const contents = (words: Words.FixedWords, parts: Page["parts"]): MarkupPart =>
  parts.length < 2
    ? ""
    : html`<nav aria-label="${words.contents}"><ul>
${parts.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>\n`)}</ul></nav>
`

// The cover has the paper orientation of the first part: another one would start a new page.
const side = (part: Page["parts"][number] | undefined): string => (part?.isWide === true ? " wide" : "")

const policy = `default-src 'none'; style-src '${Style.hash}'; base-uri 'none'; form-action 'none'`
