/** Every output validates against the published JSON Schemas, also with the fields of later versions. */
import { readFileSync } from "node:fs"
import { BudgetEvent, Diff, Explain, formIds, History, Ledger, Money } from "@grootboek/core"
import {
  Check,
  DecisionFile,
  FollowUp,
  Norm,
  PublicationDiff,
  Published,
  Realisation,
  Reconcile,
  Supposition,
  WhatIf,
  WhatIfSheet,
} from "@grootboek/core/answer"
import { Json, JsonSchema, Overview, Publications } from "@grootboek/report"
import { sha256 } from "@grootboek/testing/Ledgers"
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { adjusted, published, versions, w13 } from "./w13.ts"

const plan = w13()
const later = adjusted()

const validators = new Map<string, ValidateFunction>()

const validator = (name: string): ValidateFunction => {
  const text = readFileSync(new URL(`../../../docs/schemas/${name}.json`, import.meta.url), "utf8")
  const made =
    validators.get(name) ?? new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(text))
  validators.set(name, made)
  return made
}

/** Returns the errors of a validator that knows the published schema only. */
const faults = (name: string, document: unknown): ReadonlyArray<string> => {
  const validate = validator(name)
  validate(JSON.parse(Json.print(document)))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const norms = Result.getOrThrow(Norm.checks(later.ledger))
const difference = Result.getOrThrow(Diff.between(later.ledger, versions(later.ledger)))
const explained = Result.getOrThrow(Explain.cell(later.ledger, { form: "M2", row: "IX", year: 2028 }))
const table = Result.getOrThrow(Reconcile.table(plan.ledger, { form: "T2", cells: published("T2") }))
const [first, ...others] = published("M2")
const wrong = first === undefined ? [] : [{ ...first, amount: Money.add(first.amount, Money.from("900")) }]
const broken = Result.getOrThrow(Reconcile.table(plan.ledger, { form: "M2", cells: [...wrong, ...others] }))
const finding = { position: 17, code: "HashMismatch", message: "…" }

const head = { position: 3, hash: "0".repeat(64) }

const laid = (cells: ReadonlyArray<Reconcile.PublishedCell>) =>
  Result.getOrThrow(Published.lay([{ form: "M2", cells }]))

const never = (): never => {
  throw new Error("the plan is adopted")
}

const supposed = (ledger: Ledger.Ledger) => {
  const suppositions = [Supposition.parse("62 +2%")].filter((one) => one !== undefined)
  const made = Result.getOrThrow(WhatIf.of(ledger, suppositions, { sha256 }))
  return Result.getOrThrow(WhatIfSheet.of(made, Ledger.position(ledger)))
}

const outputs: Readonly<Record<keyof typeof Json.documents, ReadonlyArray<unknown>>> = {
  statement: formIds.map((form) => Json.statement(Result.getOrThrow(Ledger.statement(later.ledger, form)))),
  explain: [Json.explanation(explained)],
  diff: [Json.difference(difference)],
  changes: [Json.changes(difference)],
  decision: ["2026/0", "2026/1"].map((label) =>
    Json.decision(Result.getOrThrow(DecisionFile.of(later.ledger, label)), {
      head: label === "2026/0" ? undefined : "0".repeat(64),
      nameOf: () => undefined,
    }),
  ),
  "what-if": [
    Json.whatIf(supposed(later.ledger), { suppositions: ["62 +2%"], after: 75, nameOf: () => undefined }),
  ],
  log: [Json.log(later.entries)],
  verify: [
    Json.verification(
      { entries: 73, head: "0".repeat(64), findings: [finding], laws: Check.laws(later.ledger), norms },
      "nl",
    ),
    Json.verification({ entries: 0, head: "0".repeat(64), findings: [], norms: [] }, "en"),
  ],
  reconcile: [Json.reconciliation(table, "T2.csv", "en"), Json.reconciliation(broken, "M2.csv", "nl")],
  import: [
    Json.imported({
      dryRun: false,
      files: [{ file: "lines.csv", rows: 1, detected: { encoding: "utf-8" } }],
      counts: { accepted: 1, known: 0, conflicting: 0, rejected: 0 },
      findings: [{ file: null, line: null, column: null, code: "PlanNotAdopted", message: "…" }],
      notes: ["1 hidden row was read"],
      written: [3],
    }),
  ],
  record: [{ written: [3, 4], known: ["start:1"], replaced: ["start:1"], position: 4 }],
  mapping: [
    {
      file: "a.csv",
      kind: "lines",
      table: "lines",
      delimiter: ";",
      mapping: { columns: { action: null } },
      open: ["policyItem"],
      notes: [],
      findings: [],
      rows: [{ line: 2, values: { action: "A1" }, amounts: { "2026": "1.00" } }],
    },
  ],
  norms: [Json.norms(norms)],
  "follow-up": ["nl" as const, "en" as const].map((language) =>
    Json.followUp(
      Result.getOrThrow(FollowUp.of(later.ledger, { ...Realisation.semester(2026, 1), warnAt: 80 })),
      language,
    ),
  ),
  overview: Overview.all({
    ledger: later.ledger,
    plan: Ledger.planAt(later.ledger) ?? never(),
    position: Ledger.position(later.ledger),
    language: "nl",
  }).map(({ topic, tables }) => Json.overview({ topic, plan: "2026/1", position: 80 }, tables)),
  ledgers: [
    { ledgers: [{ address: "w13.db", ledger: "main", ...head, time: "2026-01-01T00:00:00.000Z", bytes: 9 }] },
  ],
  health: [
    {
      ok: true,
      address: "postgres://server/ledgers",
      ledger: "main",
      server: { node: "10.0.0.1:5432", leads: true, version: "15.8", cluster: "grootboek" },
      head: { ...head, time: "2026-01-01T00:00:00.000Z" },
      ageSeconds: 60,
      admitsWrites: true,
      remembered: { place: "heads", ...head },
      findings: [],
    },
    {
      ok: false,
      address: "w13.db",
      ledger: "main",
      server: null,
      head: null,
      ageSeconds: null,
      admitsWrites: null,
      remembered: null,
      findings: [{ code: "NoLedger", message: "…" }],
    },
  ],
  "lake-export": [{ ledgers: [{ ledger: "w13", ...head, entries: 3, rows: 20, bytes: 4_000 }] }],
  "lake-verify": [
    {
      ok: false,
      ledgers: [{ ledger: "w13", ...head }],
      files: 8,
      findings: [
        { code: "SegmentMissing", message: "…", ledger: "w13", path: "postings/x" },
        { code: "BetweenExports", message: "…", ledger: "w13", signed: 2, positions: [1, 3] },
      ],
    },
  ],
  publications: [
    Publications.document({
      diff: PublicationDiff.of(laid([...wrong, ...others]), laid(published("M2"))),
      old: broken.itself,
      new: broken.itself,
    }),
  ],
  consistency: [
    Json.consistency(table.itself, null),
    Json.consistency(broken.itself, { verdict: "Contradictory", lines: ["…"] }),
  ],
}

/** A document of a later version: every object has a field more, but for amounts by year. */
const extended = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(extended)
  if (typeof value !== "object" || value === null) return value
  const fields = Object.entries(value)
  const isByYear = fields.length > 0 && fields.every(([name]) => /^\d{4}$/.test(name))
  return {
    ...Object.fromEntries(fields.map(([name, one]) => [name, extended(one)])),
    ...(isByYear ? {} : { addedLater: "x" }),
  }
}

describe("published schemas", () => {
  test.each(Object.entries(outputs))(
    "%s: accepts the documents that the command prints",
    (name, documents) => {
      for (const document of documents) expect(faults(name, document)).toEqual([])
    },
  )

  test.each(Object.entries(outputs))("%s: accepts documents with added fields", (name, documents) => {
    for (const document of documents)
      expect(faults(name, extended(JSON.parse(Json.print(document))))).toEqual([])
  })

  test.each(Object.entries(outputs))("%s: rejects documents without their first field", (name, documents) => {
    for (const document of documents) {
      const [, ...fields] = Object.entries(document ?? {})
      expect(faults(name, Object.fromEntries(fields))).not.toEqual([])
    }
  })

  test.each(["statement", "entry", "event-EstimatePosted"])("%s: has a version", (name) => {
    expect(validator(name).schema).toMatchObject({
      $id: `urn:grootboek:${name}:${JsonSchema.version}`,
      version: JsonSchema.version,
      description: expect.stringContaining("consumers ignore unknown fields"),
    })
  })

  const kinds = BudgetEvent.kinds.filter((kind) => later.entries.some(({ event }) => event._tag === kind))
  test.each(kinds)("event-%s: accepts the events of the W13 plan", (kind) => {
    const events = later.entries.map(({ event }) => event).filter(({ _tag }) => _tag === kind)
    for (const event of events.slice(0, 10)) expect(faults(`event-${kind}`, event)).toEqual([])
  })

  test("event-EstimatePosted: rejects a comma and a number for an amount", () => {
    const event = later.entries.find(({ event }) => event._tag === "EstimatePosted")?.event
    expect(faults("event-EstimatePosted", { ...event, amounts: { "2026": "12,50" } })).not.toEqual([])
    expect(faults("event-EstimatePosted", { ...event, amounts: { "2026": 12.5 } })).not.toEqual([])
  })

  test("event-EstimatePosted: accepts an added field, which the journal rejects", () => {
    const event = later.entries.find(({ event }) => event._tag === "EstimatePosted")?.event
    expect(faults("event-EstimatePosted", { ...event, note: "x" })).toEqual([])
    expect(Result.isFailure(History.read({ ...event, note: "x" }, History.version))).toBe(true)
  })
})
