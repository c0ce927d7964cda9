/** Each text of each kind of event is replaced by a code that nothing declares. Verification finds it, unless the text refers to nothing. */
import type { BudgetEvent } from "@grootboek/core"
import { Audit } from "@grootboek/core/ledger"
import { expect, test } from "vitest"
import * as KindEvents from "../src/KindEvents.ts"
import * as KindJournals from "../src/KindJournals.ts"
import { sha256 } from "../src/Sha256.ts"

type Path = ReadonlyArray<string | number>

const texts = (value: unknown, path: Path = []): ReadonlyArray<Path> => {
  if (typeof value === "string") return [path]
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    texts(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

const replaced = (value: unknown, [key, ...rest]: Path): unknown => {
  if (key === undefined) return "nobody"
  if (Array.isArray(value)) return value.map((one, at) => (at === key ? replaced(one, rest) : one))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === key ? replaced(one, rest) : one]),
  )
}

/** Fields that refer to nothing: codes and labels that the event itself introduces, names, texts, and references outside the ledger. */
const own = [
  /^PlanAdopted\.(entity\.name|plan)$/,
  /^PlanAdjusted\.plan$/,
  /\.(members|budgetHolders|conditions|envelopes|goals|pledges|policyItems|risks|sectors)\.code$/,
  /\.(name|text|commentary|reference|voucher|thirdParty|counterparty|fieldName)$/,
  /\.policyItems\.(field|domain)$/,
  /\.(facts|factRows)\.(table|row)$/,
  /\.chapterTexts\.chapter$/,
  /\.headings\.value$/,
  /\.rule\.series$/,
  /^ContributionsApportioned\.contribution$/,
  // A line may name an envelope that nothing declares: verification notes it.
  /\.envelope$/,
] as const

test("audit: finds each reference of each kind of event to what nothing declares", () => {
  const unfound = new Set<string>()
  let tried = 0
  for (const [, events] of KindEvents.all)
    for (const [at, event] of events.entries())
      for (const path of texts(event)) {
        tried += 1
        const forged = events.map((one, other) =>
          other === at ? (replaced(one, path) as BudgetEvent.BudgetEvent) : one,
        )
        const { findings } = Audit.all(KindJournals.sealed(forged), { sha256 })
        const name = [event._tag, ...path.filter((part) => typeof part === "string")].join(".")
        if (!findings.some(({ position }) => position === at + 1)) unfound.add(name)
      }
  expect(tried).toBeGreaterThan(1_000)
  expect([...unfound].filter((name) => own.every((field) => !field.test(name)))).toEqual([])
  // Every exception in the list is needed.
  expect(own.filter((field) => ![...unfound].some((name) => field.test(name)))).toEqual([])
})

/** Returns an event with the first member of each of its lists twice, one event a list. */
const repeated = (value: unknown): ReadonlyArray<unknown> => {
  if (typeof value !== "object" || value === null) return []
  if (Array.isArray(value))
    return [
      ...(typeof value[0] === "object" ? [[...value, value[0]]] : []),
      ...value.flatMap((one, at) => repeated(one).map((other) => value.with(at, other))),
    ]
  return Object.entries(value).flatMap(([key, one]) =>
    repeated(one).map((other) => ({ ...value, [key]: other })),
  )
}

const ruleKinds: ReadonlySet<BudgetEvent.Kind> = new Set([
  "OverheadReallocated",
  "PassedThrough",
  "EstimatesIndexed",
  "ContributionsApportioned",
  "ActionStopped",
  "YearClosed",
  "Reversed",
])

test("audit: finds a rule posting that has a part twice, so that it posts more than is due", () => {
  const unfound: Array<unknown> = []
  let tried = 0
  for (const [, events] of KindEvents.all)
    for (const [at, event] of events.entries())
      for (const forged of ruleKinds.has(event._tag) ? repeated(event) : []) {
        tried += 1
        const others = events.map((one, other) => (other === at ? (forged as BudgetEvent.BudgetEvent) : one))
        const { findings } = Audit.all(KindJournals.sealed(others), { sha256 })
        if (!findings.some(({ position }) => position === at + 1)) unfound.push(forged)
      }
  expect(tried).toBeGreaterThan(10)
  expect(unfound).toEqual([])
})

test("audit: notes a code whose accents are characters of their own", () => {
  const [adopted, declared] = KindEvents.all[0]?.[1] ?? []
  if (adopted === undefined || declared === undefined) throw new Error("no plan")
  const member: BudgetEvent.BudgetEvent = {
    _tag: "StructureDeclared",
    declarations: { members: ["Zoë", "Zoe\u0308"].map((code) => ({ code, name: "Lid" })) },
  }
  const { findings, remarks } = Audit.all(KindJournals.sealed([adopted, declared, member]), { sha256 })
  expect([findings, remarks.map(({ facts }) => facts)]).toEqual([
    [],
    [{ _tag: "SimilarCode", codeText: "Zoe\u0308" }],
  ])
})

test("journals: are valid, one for each kind of event", () => {
  expect(KindJournals.all().length).toBe(KindEvents.all.length)
})

test("audit: notes an envelope that a plan with envelopes does not declare, once, and takes the journal", () => {
  const [adopted, declared] = KindEvents.all[0]?.[1] ?? []
  if (adopted === undefined || declared === undefined) throw new Error("no plan")
  const line = { direction: "U", account: "6140000", policyItem: "0100", envelope: "E9" } as const
  const estimate: BudgetEvent.BudgetEvent = { _tag: "EstimatePosted", line, amounts: { 2026: "1.00" } }
  const envelopes: BudgetEvent.BudgetEvent = {
    _tag: "StructureDeclared",
    declarations: { envelopes: [{ code: "E1", name: "Gebouw" }] },
  }
  const notes = (...events: ReadonlyArray<BudgetEvent.BudgetEvent>) => {
    const journal = KindJournals.sealed([adopted, declared, ...events])
    const { findings, remarks } = Audit.all(journal, { sha256 })
    return [findings, remarks.map(({ position, facts }) => [position, facts])]
  }
  expect(notes(estimate, estimate)).toEqual([[], []])
  expect(notes(envelopes, estimate, estimate)).toEqual([
    [],
    [[4, { _tag: "EnvelopeUndeclared", envelope: "E9" }]],
  ])
})
