/** A journal written as one HTML file that verifies, replays and explains itself in any browser, from any disk. */
import { createHash } from "node:crypto"
import { Journal, Ledger, Snapshot } from "@grootboek/core"
import * as Result from "effect/Result"
import * as Packet from "./Packet.ts"
import { program } from "./PageProgram.ts"

/** What a page is made of. */
export interface Facts {
  /** The entries as the store keeps them, in order; damaged ones are carried as they are, for the page to find. */
  readonly journal: Iterable<Journal.Sealed>
  /** The language that the page opens in; its reader can switch. Dutch when left out. */
  readonly language?: "nl" | "en"
  /** When the page was made, as the caller's clock says: `2026-06-30T12:00:00.000Z`. */
  readonly made?: string
  /** What made it: a name and a version. */
  readonly maker?: string
}

/** What the page is told beside the journal, to hold the journal against. */
export interface Label {
  readonly language: "nl" | "en"
  readonly made?: string
  readonly maker?: string
  /** How many entries were put in, and the hash of the last. */
  readonly entries: number
  readonly head: string
}

/**
 * Writes the page. It needs no server and asks nothing of the network: its policy forbids it.
 *
 * Text reaches the page through `escaped` here and as text nodes there, so that no name in a plan can become a tag.
 */
export const render = ({ journal, language = "nl", made, maker }: Facts): string => {
  const entries = [...journal]
  const label: Label = {
    language,
    entries: entries.length,
    head: entries.at(-1)?.hash ?? Journal.genesis.hash,
    ...(made === undefined ? {} : { made }),
    ...(maker === undefined ? {} : { maker }),
  }
  const title = titleOf(entries[0])
  const { script, style } = program()
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<!-- Contains effect, decimal.js, preact, @tanstack/virtual-core and @noble/hashes, each under the MIT licence. -->
<style>${style}</style>
</head>
<body>
<div id="page"><main class="waiting"><h1>${escaped(title)}</h1>
<p lang="nl">Het grootboek wordt geopend. Blijft dit staan, dan is het programma van deze pagina gewijzigd of tegengehouden.</p>
<p lang="en">The ledger is being opened. If this stays, the program of this page was changed or held back.</p></main></div>
<script type="application/json" id="label">${JSON.stringify(label).replaceAll("<", "\\u003c")}</script>
<script type="text/plain" id="snapshot">
${snapshot(entries)}
</script>
<script type="text/plain" id="journal">
${[...Packet.journal(entries)].join("\n")}
</script>
<script>${script}</script>
</body>
</html>
`
}

/** Nothing but the one script and the one style of this page; no network, no frames, no forms, no text that becomes code. */
const policy = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ")

const digest = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`

// Below so many entries the page has replayed its journal before a reader could look.
const large = 2_000

// A large ledger shows its figures at once, from its columns, and then holds them against a replay of its journal.
const snapshot = (entries: ReadonlyArray<Journal.Sealed>): string => {
  if (entries.length < large) return ""
  const replay = Ledger.begin(sha256)
  for (const one of entries) if (Result.isFailure(replay.take(one))) return ""
  return Array.from(Snapshot.write({ ledger: replay.ledger, head: replay.head() }, sha256), Packet.part).join(
    "\n",
  )
}

const sha256: Journal.Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

const titleOf = (first: Journal.Sealed | undefined): string => {
  const entry = first === undefined ? undefined : Journal.parse(first)
  if (entry === undefined || Result.isFailure(entry) || entry.success.event._tag !== "PlanAdopted")
    return "Grootboek"
  const { entity, years } = entry.success.event
  return `${entity.name} – meerjarenplan ${years.first}-${years.last}`
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
