/** The structure of a drawn budget: the account table and sectors of W13, a tree of objectives, and policy items. */
import { readFileSync } from "node:fs"
import type { Dimension, Structure } from "@grootboek/core"
import { parse } from "csv-parse/sync"

export const declared = (): Structure.Declarations => ({
  goals: goals(),
  policyItems: Array.from({ length: 40 }, (_, index) => ({
    code: `0${100 + index}`,
    name: `Beleidsitem ${index}`,
    field: `0${Math.floor(index / 2)}`,
    fieldName: `Beleidsveld ${Math.floor(index / 2)}`,
    domain: `Domein ${index % 8}`,
  })),
  sectors: table("sectors.csv", ",").map((row) => ({
    code: row.sectorcode ?? "",
    counterparty: row.tegenpartij ?? "",
    ...dash("origin", row.herkomst),
    ...dash("operatingGrant", row.werkingssubsidie),
    ...dash("investmentGrant", row.investeringssubsidie),
    ...dash("loan", row.lening),
    ...dash("interest", row.rente),
  })),
  accounts: table("account-map.csv", ";").flatMap((row): ReadonlyArray<Structure.AccountRule> => {
    const section = Object.entries(sections).find(([dutch]) => dutch === row.kind)?.[1]
    if (section === undefined) return []
    return [
      {
        section,
        direction: row.direction === "O" ? "O" : "U",
        row: (row.t2_row ?? "").replace(/\.$/, ""),
        prefixes: (row.prefixes ?? "").split(" "),
      },
    ]
  }),
})

const sections = {
  exploitatie: "operating",
  investeringen: "investment",
  financiering: "financing",
} as const

const table = (name: string, delimiter: string): ReadonlyArray<Readonly<Record<string, string>>> =>
  parse(readFileSync(new URL(`../../../examples/w13/data/${name}`, import.meta.url)), {
    delimiter,
    columns: true,
    bom: true,
    relax_quotes: true,
  })

const dash = <K extends Dimension.Purpose>(
  purpose: K,
  text: string | undefined,
): { readonly [k in K]?: number } =>
  text === undefined || text === "" ? {} : ({ [purpose]: Number(text) } as { readonly [k in K]?: number })

const goals = (): ReadonlyArray<Structure.Goal> => {
  const goal = (code: string, level: Structure.GoalLevel, parent?: string): Structure.Goal => ({
    code,
    level,
    name: `Doel ${code}`,
    priority: false,
    ...(parent === undefined ? {} : { parent }),
  })
  const indexes = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  return [
    goal("S1", "strategicObjective"),
    ...indexes(5).flatMap((objective) => [
      goal(`P${objective}`, "policyObjective", "S1"),
      ...indexes(4).flatMap((plan) => [
        goal(`P${objective}.${plan}`, "actionPlan", `P${objective}`),
        ...indexes(5).map((action) =>
          goal(`A${objective}0${plan}0${action}`, "action", `P${objective}.${plan}`),
        ),
      ]),
    ]),
  ]
}
