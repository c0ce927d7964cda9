import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { formIds, Money } from "@grootboek/core"
import { Folder, PrintedCells, Tables } from "@grootboek/lake"
import { type Server, start } from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as Comparison from "./Comparison.ts"
import * as CoreCells from "./CoreCells.ts"
import * as DrawnLake from "./DrawnLake.ts"
import * as Engines from "./Engines.ts"
import * as Journals from "./Journals.ts"
import * as LakeQuestions from "./LakeQuestions.ts"

const seed = 20_261_130
const journals = Journals.draw(24, seed)
// DuckDB plans longer than PostgreSQL. `npm run lake` asks every question of both.
const perEngine = [
  ["duckdb", LakeQuestions.some(2, seed)],
  ["postgres", LakeQuestions.some(5, seed + 1_000)],
] as const

const root = mkdtempSync(join(tmpdir(), "grootboek-lake-"))
let server: Server
let duckdb: Engines.Engine
let postgres: Engines.Engine

beforeAll(async () => {
  server = await start({ fsync: "off" })
  const manifests = await Effect.runPromise(DrawnLake.exported(Folder.of(root), journals, 1))
  duckdb = await Engines.duckdb({ root, manifests }, { isCopied: true })
  postgres = await Engines.postgres(server.url("postgres"), duckdb)
})

afterAll(async () => {
  await duckdb?.close()
  await postgres?.close()
  await server?.remove()
  rmSync(root, { recursive: true, force: true })
})

describe("the lake", () => {
  test("journals: have adjustments, reversals, closed years, judged conditions and the largest amount", () => {
    const kinds = new Set(
      journals.flatMap(({ ledger }) => Array.from(ledger.traces.events.values(), ({ _tag }) => _tag)),
    )
    for (const kind of ["PlanAdjusted", "Reversed", "YearClosed", "ConditionJudged", "FundingAssigned"])
      expect(kinds).toContain(kind)
    const largest = journals.some(({ ledger }) =>
      Array.from({ length: ledger.columns.postings }, (_, at) => ledger.columns.amountOf(at)).includes(
        10n ** 18n,
      ),
    )
    expect(largest).toBe(true)
  })

  test.each([
    [
      "the section is read under the last structure",
      "m.ledger = t.ledger\n  WHERE t.since <= m.position\n  GROUP BY t.ledger, t.place",
      "m.ledger = t.ledger\n  GROUP BY t.ledger, t.place",
    ],
    ["the query reads one entry too far", "p.entry <= m.position", "p.entry <= m.position + 1"],
  ])("planted fault: %s, and the comparison finds it", async (_, right, wrong) => {
    const found: Array<string> = []
    for (const form of ["M2", "T1", "T2"] as const) {
      for (const at of ["plan:2026/0", "position:11"]) {
        const question = { form, at }
        const sql = Comparison.compile(question, duckdb)
        expect(sql).toContain(right)
        found.push(
          ...Comparison.unequal(
            await duckdb.ask(sql.replace(right, wrong)),
            Comparison.core(journals, question),
          ),
        )
      }
    }
    expect(found).not.toEqual([])
  })

  test("questions: the queries of docs/lake.md give the same answers on both engines", async () => {
    const page = readFileSync(new URL("../../../docs/lake.md", import.meta.url), "utf8")
    const questions = [...page.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = ""]) => sql)
    expect(questions.length).toBe(5)
    const answers: Array<ReadonlyArray<string>> = []
    for (const engine of [duckdb, postgres]) {
      for (const [view, at] of [
        ["m2_original", "plan:2026/0"],
        ["m2_adjusted", "plan:2026/1"],
      ] as const)
        await engine.run(`CREATE VIEW ${view} AS ${Comparison.compile({ form: "M2", at }, engine)}`)
      const rows: Array<string> = []
      for (const sql of questions)
        rows.push(
          JSON.stringify(await engine.rows(sql), (key, value) =>
            key.startsWith("euro")
              ? Number(value).toFixed(2)
              : typeof value === "bigint"
                ? `${value}`
                : value,
          ).replaceAll(/"(\d+)"/g, "$1"),
        )
      answers.push(rows)
    }
    expect(answers[0]).toEqual(answers[1])
    // Each question has an answer, so that the test would see a wrong one.
    expect(answers[0]?.map((answer) => answer === "[]")).toEqual(questions.map(() => false))
    const before = Comparison.core(journals, { form: "M2", at: "plan:2026/0" })
    const margins = [...Comparison.core(journals, { form: "M2", at: "plan:2026/1" }).cells].filter(
      ([key, amount]) =>
        key.includes("\u001fAutofinancieringsmarge\u001f-\u001fIII\u001f") &&
        amount < 0n &&
        (before.cells.get(key) ?? 0n) >= 0n &&
        !before.leftOut.has(key.split("\u001f")[0] ?? ""),
    )
    expect(JSON.parse(answers[0]?.[1] ?? "").length).toBe(margins.length)
  })

  test.each([
    { form: "M2", at: "plan:2026/1" },
    { form: "T2", at: "decision:2026/1" },
    { form: "M1", at: undefined },
    { form: "goals", at: "plan:2026/0" },
    { form: "J2", at: undefined },
  ] as const)("printed figures: $form equals core", async (question) => {
    const { form } = question
    const rows = await duckdb.rows(Comparison.compile(question, duckdb))
    const cells = rows.flatMap(({ left_out, ledger, section, grp, code, year, micros }) =>
      left_out === null
        ? [
            {
              ...{ ledger: `${ledger}`, section: `${section}`, code: `${code}`, year: Number(year) },
              ...{ grp: grp === null ? null : `${grp}`, micros: BigInt(`${micros}`) },
            },
          ]
        : [],
    )
    const found = PrintedCells.of(form, cells).filter(({ printed }) => printed !== Money.zero)
    const expected = journals.flatMap(({ name, ledger }) => [
      ...(CoreCells.printed(name, ledger, question) ?? []),
    ])
    expect(
      new Map(
        found.map(({ ledger, section, grp, code, year, printed }): readonly [string, bigint] => [
          CoreCells.keyOf([ledger, section, grp ?? "-", code, year]),
          printed,
        ]),
      ),
    ).toEqual(new Map(expected))
    expect(expected.length).toBeGreaterThan(0)
  })

  test("export: two steps give the same rows as one", async () => {
    const other = join(root, "steps")
    const manifests = await Effect.runPromise(DrawnLake.exported(Folder.of(other), journals, 2))
    expect(manifests.every(({ heads }) => heads.length === 2)).toBe(true)
    const steps = await Engines.duckdb({ root: other, manifests }, { isCopied: true })
    for (const table of Tables.columns().keys()) {
      const sql = `SELECT * FROM ${table} ORDER BY ALL`
      expect(await steps.rows(sql), table).toEqual(await duckdb.rows(sql))
    }
    const question = { form: "M2", at: "decision:2026/1", years: { first: 2027, last: 2028 } } as const
    expect(
      Comparison.unequal(
        await steps.ask(Comparison.compile(question, steps)),
        Comparison.core(journals, question),
      ),
    ).toEqual([])
    await steps.close()
  })

  test("questions: the default run has every form, moment and reach", () => {
    const asked = perEngine.flatMap(([, questions]) => questions)
    for (const key of ["form", "at", "conditional"] as const)
      expect(new Set(asked.map((question) => question[key]))).toEqual(
        new Set(LakeQuestions.all.map((question) => question[key])),
      )
    for (const [, questions] of perEngine)
      expect(new Set(questions.map(({ form }) => form))).toEqual(new Set(formIds))
  })

  test.each(perEngine)(
    "%s: every cell of every form at every moment equals core",
    async (name, questions) => {
      const engine = name === "duckdb" ? duckdb : postgres
      let compared = 0
      for (const question of questions) {
        const [found, expected] = [
          await engine.ask(Comparison.compile(question, engine)),
          Comparison.core(journals, question),
        ]
        expect(Comparison.unequal(found, expected), JSON.stringify(question)).toEqual([])
        expect(found.leftOut).toEqual(expected.leftOut)
        compared += expected.cells.size
      }
      expect(compared).toBeGreaterThan(5_000)
    },
  )
})
