/** Identities between the tables of a publication: of the whole, of its legal entities, and columns of several kinds. */
import { describe, expect, test } from "vitest"
import * as Structure from "../../src/event/Structure.ts"
import * as Identity from "../../src/form/Identity.ts"
import * as Layout from "../../src/form/Layout.ts"
import { face, layoutOf } from "../SmallForm.ts"

const spent = { section: "operating", direction: "U" } as const

describe("Identity.of tables of a publication", () => {
  const all = layoutOf("all", { all: { label: "spent", count: spent } })
  const parts = layoutOf("parts", {
    wages: { label: "wages", count: { ...spent, accounts: ["62"] } },
    other: { label: "other", count: { ...spent, notAccounts: ["62"] } },
  })
  const actions = Layout.of(
    {
      kind: "grouped",
      id: "actions",
      title: "actions",
      ...face,
      by: "action",
      address: "group",
      showEmpty: true,
      template: { U: { label: "spent", count: spent } },
      totals: { total: { label: "total", count: spent } },
    },
    Structure.empty,
  )
  const ties = (...tables: ReadonlyArray<Omit<Identity.IdentityTable, "years">>) =>
    Identity.of(tables.map((table) => ({ ...table, years: [2026] }))).map(({ cell, terms }) =>
      [cell, ...terms.map((term) => term.cell)]
        .map(({ table, row }) => `${table} ${tables[table]?.layout.rows[row]?.code}`)
        .join(" = "),
    )
  const [A, B] = [{ entity: "Gemeente" }, { entity: "OCMW" }]

  test.each<[string, ReadonlyArray<Omit<Identity.IdentityTable, "years">>, ReadonlyArray<string>]>([
    ["ties the whole to its parts", [{ layout: all }, { layout: parts }], ["0 all = 1 wages = 1 other"]],
    [
      "ties the whole to the sum of its entities",
      [{ layout: all }, { layout: parts, ...A }, { layout: parts, ...B }],
      ["0 all = 1 wages = 2 wages = 1 other = 2 other"],
    ],
    [
      "ties an equal row of the whole to those of entities, whichever is first",
      [{ layout: all, ...A }, { layout: all, ...B }, { layout: actions }],
      ["2 total = 0 all = 1 all"],
    ],
    [
      "uses the table of the whole where there are tables of entities too",
      [{ layout: all, ...A }, { layout: all, ...B }, { layout: all }, { layout: parts }],
      ["2 all = 3 wages = 3 other"],
    ],
    [
      "does not tie entities to entities",
      [
        { layout: all, ...A },
        { layout: all, ...B },
        { layout: parts, ...A },
        { layout: parts, ...B },
      ],
      [],
    ],
    ["ties a grouped form of one entity", [{ layout: all }, { layout: actions, ...A }], ["0 all = 1 total"]],
    [
      "does not tie a form whose entities have groups of their own",
      [{ layout: all }, { layout: actions, ...A }, { layout: actions, ...B }, { layout: parts }],
      ["0 all = 3 wages = 3 other"],
    ],
    [
      "ties columns of one kind only",
      [
        { layout: all, series: "MJP" },
        { layout: parts },
        { layout: all, series: "JR" },
        { layout: parts, series: "MJP" },
      ],
      ["0 all = 3 wages = 3 other"],
    ],
    [
      "ties columns of each kind",
      [{ layout: all, series: "JR" }, { layout: all }, { layout: parts }, { layout: parts, series: "JR" }],
      ["0 all = 3 wages = 3 other", "1 all = 2 wages = 2 other"],
    ],
  ])("%s", (_, tables, expected) => {
    expect(ties(...tables)).toEqual(expected)
  })
})
