/** A journal as one HTML file that verifies and explains the journal in a browser, without a server. */
import { createHash } from "node:crypto"
import { ShownText } from "@grootboek/cells"
import { Journal, Replay, Year } from "@grootboek/core"
import { Snapshot } from "@grootboek/core/ledger"
import * as Result from "effect/Result"
import { program } from "./PageProgram.ts"
import type { Label } from "./pack/Label.ts"
import * as Packet from "./pack/Packet.ts"
import type { PageLanguage } from "./words/Bilingual.ts"
import { page } from "./words/Page.ts"

export interface PageContent {
  /** The entries as stored, in order. Damaged entries are kept unchanged, for the page to report. */
  readonly journal: Iterable<Journal.Sealed>
  /** The language that the page opens in, Dutch by default; the reader can switch. */
  readonly language?: PageLanguage
  /** The time at which the page is made, such as `2026-06-30T12:00:00.000Z`. */
  readonly made?: string
  /** The name and version of the program that makes it. */
  readonly maker?: string
  /** Pages of actions beside the page, by code: paths from its folder. The page links them. */
  readonly actionPages?: ReadonlyMap<string, string>
}

/**
 * Returns the page. Its content policy forbids any request.
 *
 * Text enters the page through `ShownText.inHtml` or as text nodes only, so that a name in a plan cannot become a tag.
 */
export const render = ({ journal, language = "nl", made, maker, actionPages }: PageContent): string => {
  const entries = [...journal]
  const label: Label = {
    language,
    entries: entries.length,
    head: entries.at(-1)?.hash ?? Journal.genesis.hash,
    ...(made === undefined ? {} : { made }),
    ...(maker === undefined ? {} : { maker }),
    ...(actionPages === undefined ? {} : { actionPages: Object.fromEntries(actionPages) }),
  }
  const title = ShownText.inHtml(titleOf(entries[0], language))
  const { script, style, licences } = program()
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<div id="page"><main class="waiting"><h1>${title}</h1>
${Object.entries(page.opening)
  .map(([code, text]) => `<p lang="${code}">${ShownText.inHtml(text)}</p>`)
  .join("\n")}</main></div>
<script type="application/json" id="label">${JSON.stringify(label).replaceAll("<", "\\u003c")}</script>
<script type="text/plain" id="snapshot">
${snapshot(entries)}
</script>
<script type="text/plain" id="journal">
${[...Packet.journal(entries)].join("\n")}
</script>
<template id="licences"><pre>${ShownText.inHtml(licences)}</pre></template>
<script>${script}</script>
</body>
</html>
`
}

/** Allows only the script and style of this page: no network, frames, forms or text evaluated as code. */
const policy = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    // The journal is verified in a worker, which runs the script above from memory.
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types grootboek-worker",
  ].join("; ")

const digest = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`

// A shorter journal is replayed before the reader would notice.
const large = 2_000

// A large ledger is shown from its embedded columns, which are then compared with a replay of its journal.
const snapshot = (entries: ReadonlyArray<Journal.Sealed>): string => {
  if (entries.length < large) return ""
  const replay = Replay.begin(sha256)
  for (const one of entries) if (Result.isFailure(replay.take(one))) return ""
  return Array.from(Snapshot.write({ ledger: replay.ledger, head: replay.head() }, sha256), Packet.part).join(
    "\n",
  )
}

const sha256: Journal.Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

const titleOf = (first: Journal.Sealed | undefined, language: PageLanguage): string => {
  const entry = first === undefined ? undefined : Journal.parse(first)
  if (entry === undefined || Result.isFailure(entry) || entry.success.event._tag !== "PlanAdopted")
    return "Grootboek"
  const { entity, years } = entry.success.event
  return `${entity.name} – ${page.plan[language](Year.format(years))}`
}
