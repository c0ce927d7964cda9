/** Account tables for generated authorities: a small one, and the official one of BBC 3.0. */
import type { Structure } from "@grootboek/core"
import { accounts } from "@grootboek/core/bbc3"

/** Section, direction, T2 row (none for results) and account prefixes. */
type Line = readonly [Structure.AccountRule["section"], "O" | "U", string, string]

const rules = (lines: ReadonlyArray<Line>): ReadonlyArray<Structure.AccountRule> =>
  lines.map(([section, direction, row, prefixes]) => ({
    section,
    direction,
    ...(row === "" ? {} : { row }),
    prefixes: prefixes.split(" "),
  }))

/** Covers every section, both directions, every kind of row split, and the results. */
export const small: ReadonlyArray<Structure.AccountRule> = rules([
  ["operating", "U", "I.A.1", "613 614 617"],
  ["operating", "U", "I.A.2.c", "6202 6203"],
  ["operating", "O", "II.A.5", "745 747"],
  ["operating", "O", "II.A.3.a", "74000 7402"],
  ["operating", "O", "II.A.3.b", "7405"],
  ["operating", "O", "II.A.2.a", "7300 7301 7305"],
  ["operating", "U", "I.A.4", "6490"],
  ["operating", "U", "I.B.1", "6500"],
  ["investment", "U", "I.B.1.c", "230 240"],
  ["investment", "U", "I.D", "664"],
  ["investment", "O", "II.D", "150"],
  ["financing", "U", "I.A.1", "421 4220 4233"],
  ["financing", "U", "I.A.2", "171 1720"],
  ["financing", "U", "I.C.1", "2903"],
  ["financing", "O", "II.A.1", "1721 1733"],
  ["financing", "O", "II.A.2", "171 174"],
  ["financing", "O", "II.C.1.a", "4943"],
  ["result", "O", "", "093"],
  ["result", "U", "", "090"],
])

/** The official table: every budgetary account of BBC 3.0, one rule for each row of T2. */
export const official: ReadonlyArray<Structure.AccountRule> = (() => {
  const rows = new Map<string, Structure.AccountRule>()
  for (const { section, direction, row, prefixes } of accounts()) {
    const key = `${section} ${direction} ${row}`
    const before = rows.get(key)?.prefixes ?? []
    const rule = { section, direction, prefixes: [...before, ...prefixes] }
    rows.set(key, row === undefined ? rule : { ...rule, row })
  }
  return [...rows.values()]
})()
