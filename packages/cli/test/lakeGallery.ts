/** The error gallery of the lake and of `health`: every refusal of an export and every finding, with its cause and its message. */
import type { JournalStore } from "@grootboek/core"
import type { Exporter, Verifier } from "@grootboek/lake"
import * as LakePackage from "../src/session/LakePackage.ts"
import * as HealthMessage from "../src/words/HealthMessage.ts"
import * as LakeMessage from "../src/words/LakeMessage.ts"
import type { Both } from "../src/words/Language.ts"

type Exhibits<Facts extends { readonly _tag: string }> = {
  readonly [Tag in Facts["_tag"]]: readonly [cause: string, facts: Extract<Facts, { readonly _tag: Tag }>]
}

/** The refusals of an export that are not those of a store or a journal. */
type OwnRefusal = Exclude<
  Exporter.ExportRefused,
  JournalStore.StoreError | { readonly _tag: "JournalDamaged" | "ManifestUnreadable" }
>

const refusals: Exhibits<OwnRefusal> = {
  NameRefused: ["a ledger called `a/b`", { _tag: "NameRefused", name: "a/b" }],
  NameTaken: ["`w13.db` and `W13.db`", { _tag: "NameTaken", name: "W13", other: "w13" }],
  EmptyLedger: ["a misspelt ledger of a server", { _tag: "EmptyLedger", ledger: "W31" }],
  AnotherJournal: [
    "a ledger that was restored from an older export",
    { _tag: "AnotherJournal", ledger: "w13", position: 73 },
  ],
  LakeFilesFailed: ["a full disk", { _tag: "LakeFilesFailed", path: "manifests/w13.json", detail: "ENOSPC" }],
}

const path = "postings/ledger=w13/000000001-000000073.parquet"

const findings: Exhibits<Verifier.LakeFinding> = {
  ManifestUnreadable: [
    "a manifest that was cut",
    { _tag: "ManifestUnreadable", path: "manifests/w13.json", problem: "Unexpected end of JSON input" },
  ],
  SegmentMissing: ["a file that was removed", { _tag: "SegmentMissing", ledger: "w13", path }],
  SegmentChanged: ["a byte that was changed", { _tag: "SegmentChanged", ledger: "w13", path }],
  ManifestAhead: [
    "a manifest of a later export",
    { _tag: "ManifestAhead", ledger: "w13", position: 80, reached: 73 },
  ],
  ManifestBehind: ["an export that was stopped", { _tag: "ManifestBehind", ledger: "w13", path }],
  NoLedgerOfCheckpoint: [
    "a checkpoint of another authority",
    { _tag: "NoLedgerOfCheckpoint", origin: "grootboek/Lier", origins: ["grootboek/W13"] },
  ],
  OtherJournal: ["a journal that was rewritten", { _tag: "OtherJournal", ledger: "w13", position: 73 }],
  BehindCheckpoint: [
    "an export before the last entries",
    { _tag: "BehindCheckpoint", ledger: "w13", position: 73, signed: 80 },
  ],
  BetweenExports: [
    "a checkpoint between two exports",
    { _tag: "BetweenExports", ledger: "w13", signed: 75, positions: [73, 80] },
  ],
}

/** One problem: its name, its cause, and its message. */
export interface LakeExhibit {
  readonly name: string
  readonly cause: string
  readonly said: Both
}

const refused = LakePackage.exportFailure("lake")

/** Every problem. */
export const rows: ReadonlyArray<LakeExhibit> = [
  ...Object.entries<readonly [cause: string, facts: OwnRefusal]>(refusals).flatMap(([name, [cause, facts]]) =>
    refused(facts).lines.map((said) => ({ name, cause, said })),
  ),
  ...Object.entries<readonly [cause: string, facts: Verifier.LakeFinding]>(findings).map(
    ([name, [cause, facts]]) => ({ name, cause, said: LakeMessage.finding(facts) }),
  ),
  {
    name: "EmptyLedger",
    cause: "`health` of a misspelt ledger of a server",
    said: HealthMessage.empty("postgres://server/ledgers?ledger=W31"),
  },
]

/** The marks around this part of the gallery in its file. */
export const marks = { begin: "<!-- lake: begin -->", end: "<!-- lake: end -->" }

/** This part of the gallery as Markdown. */
export const markdown = (): string =>
  [
    "| name | caused by | English | Dutch |",
    "|---|---|---|---|",
    ...rows.map(({ name, cause, said }) => `| \`${name}\` | ${cause} | ${said.en} | ${said.nl} |`),
    "",
  ].join("\n")
