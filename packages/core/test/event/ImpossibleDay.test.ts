/** Every field of an event that holds a day is checked against the calendar. */
import * as AST from "effect/SchemaAST"
import { describe, expect, test } from "vitest"
import { BudgetEvent } from "../../src/event/BudgetEvent.ts"
import * as ImpossibleDay from "../../src/event/ImpossibleDay.ts"
import { Day } from "../../src/value/Year.ts"

/** Returns the paths of a schema that hold a day. */
const daysOf = (ast: AST.AST, path: string): ReadonlyArray<string> => {
  // An optional field has a node of its own, with the same checks.
  if (AST.isString(ast) && ast.checks === Day.ast.checks) return [path]
  if (AST.isUnion(ast)) return ast.types.flatMap((type) => daysOf(type, path))
  if (AST.isArrays(ast)) return ast.rest.flatMap((type) => daysOf(type, path))
  if (!AST.isObjects(ast)) return []
  return ast.propertySignatures.flatMap(({ name, type }) =>
    daysOf(type, path === "" ? String(name) : `${path}.${String(name)}`),
  )
}

const paths = [...new Set(daysOf(BudgetEvent.ast, ""))]

describe("ImpossibleDay.list", () => {
  test("knows the names of all fields that hold a day", () => {
    expect(new Set(paths.map((path) => path.split(".").at(-1)))).toEqual(new Set(ImpossibleDay.fields))
    expect(paths).toContain("structure.measurements.on")
  })

  test.each(paths)("finds a day that does not exist at %s, with its path", (path) => {
    const names = path.split(".")
    const event = (day: string): object =>
      names.reduceRight<unknown>(
        (value, name, index) => ({ [name]: index < names.length - 1 ? [value] : value }),
        day,
      ) as object
    expect(ImpossibleDay.list(event("2026-02-30"))).toEqual([{ field: path, day: "2026-02-30" }])
    expect(ImpossibleDay.list(event("2026-02-28"))).toEqual([])
  })

  test("leaves texts alone: other fields, and other forms", () => {
    const amounts = { 2026: "1.00" }
    const event = { reference: "2026-02-30", by: "equal", text: undefined, amounts }
    expect(ImpossibleDay.list(event)).toEqual([])
    expect(ImpossibleDay.list({ by: "tegen 2026-02-30" })).toEqual([])
  })

  test("returns them in the order of the fields", () => {
    const event = {
      resolution: { date: "2026-13-01" },
      changes: [{ on: "2026-01-01" }, { on: "2025-02-29" }],
    }
    expect(ImpossibleDay.list(event)).toEqual([
      { field: "resolution.date", day: "2026-13-01" },
      { field: "changes.on", day: "2025-02-29" },
    ])
  })
})
