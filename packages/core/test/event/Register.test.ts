/** The register, and the order of items when a declaration repeats a code. */
import { Register } from "@grootboek/core"
import { expect, test } from "vitest"

const first: Register.Lists = {
  members: [
    { code: "M1", name: "Noord" },
    { code: "M2", name: "Zuid" },
  ],
  conditions: [{ code: "C1", name: "Subsidie" }],
  envelopes: [{ code: "E1", name: "Wagens" }],
  budgetHolders: [{ code: "H1", name: "Dienst wonen", goals: ["AP1"] }],
  pledges: [{ _tag: "PositiveMargin", code: "P1", year: 2028, reference: "p. 3" }],
  risks: [{ code: "R1", name: "Rente", trend: "rising" }],
  progress: [{ goal: "A1", on: "2026-06-30", state: "onTrack" }],
  facts: [{ table: "Personeel", row: "A", year: 2026, value: "4.5" }],
  factRows: [{ table: "Personeel", row: "E" }],
  indicators: [{ code: "I1", goal: "A1", name: "Woningen", kind: "count", total: "sum" }],
  targets: [{ indicator: "I1", year: 2026, aim: "atLeast", value: "10" }],
  measurements: [{ indicator: "I1", on: "2026-06-30", value: "4" }],
  goalTexts: [{ goal: "A1", description: "Huren" }],
  chapterTexts: [{ chapter: "inleiding", number: 1, text: "Wonen." }],
  headings: [{ name: "address", value: "Gent" }],
}
const again: Register.Lists = {
  members: [
    { code: "M3", name: "Oost" },
    { code: "M1", name: "Noorden" },
  ],
  conditions: [{ code: "C1", name: "Subsidie van Vlaanderen" }],
  envelopes: [{ code: "E1", name: "Fietsen" }],
  budgetHolders: [{ code: "H1", name: "Dienst wonen", goals: [] }],
  pledges: [{ _tag: "PositiveMargin", code: "P1", year: 2027, reference: "p. 4" }],
  risks: [{ code: "R1", name: "Rente", trend: "falling" }],
  progress: [{ goal: "A1", on: "2026-12-31", state: "done" }],
  factRows: [{ table: "Personeel", row: "E", origin: "stated" }],
  facts: [
    { table: "Personeel", row: "A", year: 2026, value: "5" },
    { table: "Personeel", row: "A", year: 2027, value: "6" },
    { table: "Personeel", row: "B", year: 2026, value: "7" },
    { table: "Lonen", row: "A", year: 2026, value: "8" },
  ],
  indicators: [{ code: "I1", goal: "A1", name: "Huizen", kind: "count", total: "last" }],
  targets: [
    { indicator: "I1", year: 2026, aim: "about", value: "11" },
    { indicator: "I1", year: 2027, aim: "atMost", value: "12" },
  ],
  measurements: [
    { indicator: "I1", on: "2026-06-30", value: "5" },
    { indicator: "I1", on: "2026-06-30", value: "2", part: "M1" },
  ],
  goalTexts: [{ goal: "A1", description: "Verhuren" }],
  chapterTexts: [
    { chapter: "inleiding", number: 1, text: "Huren." },
    { chapter: "inleiding", number: 2, text: "Kopen." },
  ],
  headings: [{ name: "address", value: "Brugge" }],
}
const lists = ({ facts, ...register }: Register.Register) => ({
  ...Object.fromEntries(Object.entries(register).map(([list, map]) => [list, [...map.values()]])),
  facts: [...facts.values()].map(({ table, row, year, value }) => `${table} ${row} ${year} ${value}`),
})

test("Register.declare: replaces the facts of a repeated code in its place, and adds new codes at the end", () => {
  const register = Register.declare(Register.declare(Register.empty, first), again)
  expect(lists(register)).toEqual({
    ...again,
    members: [
      { code: "M1", name: "Noorden" },
      { code: "M2", name: "Zuid" },
      { code: "M3", name: "Oost" },
    ],
    facts: ["Personeel A 2026 5", "Personeel A 2027 6", "Personeel B 2026 7", "Lonen A 2026 8"],
  })
  const { facts: _, ...named } = register
  expect(Object.values(named).map((list) => [...list.keys()])).toEqual([
    ["M1", "M2", "M3"],
    ["C1"],
    ["E1"],
    ["H1"],
    ["P1"],
    ["R1"],
    ["A1"],
    ["Personeel\u001fE"],
    ["I1"],
    ["I1\u001f2026", "I1\u001f2027"],
    ["I1\u001f2026-06-30", "I1\u001f2026-06-30\u001fM1"],
    ["A1"],
    ["inleiding\u001f1", "inleiding\u001f2"],
    ["address"],
  ])
})

test("Register.declare: keeps a list that the declaration omits or leaves empty", () => {
  const register = Register.declare(Register.empty, first)
  const same = Register.declare(register, { members: [] })
  expect(Object.values(same).every((map, at) => map === Object.values(register)[at])).toBe(true)
})

test("Register.codes: returns the codes of every list, of a fact by table, row and year", () => {
  expect(Register.codes(first)).toEqual([
    ["member", ["M1", "M2"]],
    ["condition", ["C1"]],
    ["envelope", ["E1"]],
    ["budgetHolder", ["H1"]],
    ["pledge", ["P1"]],
    ["risk", ["R1"]],
    ["progress", ["A1"]],
    ["fact", ["Personeel · A · 2026"]],
    ["factRow", ["Personeel · E"]],
    ["indicator", ["I1"]],
    ["target", ["I1 · 2026"]],
    ["measurement", ["I1 · 2026-06-30"]],
    ["goalText", ["A1"]],
    ["chapterText", ["inleiding · 1"]],
    ["heading", ["address"]],
  ])
  expect(Register.codes({}).map(([, codes]) => codes)).toEqual(
    Register.codes(first).map((): ReadonlyArray<string> => []),
  )
})

test("Register.changes: keeps what differs from what is in force, and lists of other kinds as they are", () => {
  const register = Register.declare(Register.empty, first)
  const { members } = first
  expect(Register.changes(register, first)).toStrictEqual({
    members,
    conditions: first.conditions,
    envelopes: first.envelopes,
    budgetHolders: first.budgetHolders,
    pledges: first.pledges,
    risks: first.risks,
    progress: first.progress,
    facts: first.facts,
    factRows: first.factRows,
  })
  expect(Register.changes(Register.empty, first)).toStrictEqual(first)
  const changed: Register.Lists = {
    indicators: [
      { total: "sum", kind: "count", name: "Woningen", goal: "A1", code: "I1" },
      { code: "I2", goal: "A1", name: "Huurders", kind: "count", total: "sum" },
    ],
    targets: [{ indicator: "I1", year: 2026, aim: "atLeast", value: "11" }],
    measurements: [{ indicator: "I1", on: "2026-07-31", value: "4" }],
    goalTexts: [{ goal: "A1", description: "Huren", reason: "nieuw" } as never],
    chapterTexts: [{ chapter: "inleiding", number: 2, text: "Wonen." }],
    headings: [{ name: "name", value: "Gent" } as never],
  }
  expect(Register.changes(register, changed)).toStrictEqual({
    ...changed,
    indicators: changed.indicators?.slice(1),
  })
  expect(Register.changes(register, { goalTexts: [{ goal: "A1" } as never] })).toEqual({
    goalTexts: [{ goal: "A1" }],
  })
  const term = { from: 2026, until: "2031-12-31" }
  const withTerm = Register.declare(Register.empty, { goalTexts: [{ goal: "A1", term }] })
  const sameTerm = { term: { until: "2031-12-31", from: 2026 }, goal: "A1" }
  expect(Register.changes(withTerm, { goalTexts: [sameTerm] })).toStrictEqual({})
  for (const other of [
    { term: { ...term, from: 2027 } },
    { description: "Huren" },
    { term: null as never },
  ]) {
    const goalTexts = [{ goal: "A1", ...other }]
    expect(Register.changes(withTerm, { goalTexts })).toStrictEqual({ goalTexts })
  }
})
