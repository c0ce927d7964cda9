/** A budget line as it is typed or copied: `A10101 · 9090 · 6140000 · U`, or with `/` between the codes. */
import type { BudgetLine, Plan, Structure } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { type CommandFailure, usage } from "../words/CommandFailure.ts"
import * as UsageMessage from "../words/UsageMessage.ts"

/** Returns the line that a text names; fails when its codes are not those of a line. */
export const of = (
  name: string,
  text: string,
  { structure }: Plan.Plan,
): Effect.Effect<BudgetLine.BudgetLine, CommandFailure> => {
  const line = parse(text, structure)
  return line === undefined
    ? Effect.fail(usage(UsageMessage.notABudgetLine(name, text)))
    : Effect.succeed(line)
}

const parse = (text: string, structure: Structure.Structure): BudgetLine.BudgetLine | undefined => {
  const codes = text.split(text.includes("·") ? "·" : "/").map((code) => code.trim())
  const direction = codes.at(-1)
  if ((direction !== "O" && direction !== "U") || codes.includes("")) return undefined
  // A line without an action begins with its policy item.
  const isAccount = (code: string | undefined): boolean => /^\d{2,10}$/.test(code ?? "")
  const start =
    structure.policyItems.has(codes[0] ?? "") && isAccount(codes[1]) && !isItem(structure, codes) ? 0 : 1
  const [policyItem, account, ...rest] = codes.slice(start, -1)
  if (policyItem === undefined || account === undefined || !isAccount(account)) return undefined
  const [first, second] = rest
  if (rest.length > 2) return undefined
  const hasSector = rest.length === 2 || (first !== undefined && structure.sectors.has(first))
  const sector = hasSector ? first : undefined
  const envelope = hasSector ? second : first
  const action = start === 0 ? undefined : codes[0]
  return {
    direction,
    account,
    policyItem,
    ...(action === undefined ? {} : { action }),
    ...(sector === undefined ? {} : { sector }),
    ...(envelope === undefined ? {} : { envelope }),
  }
}

// A code may be both an action and a policy item: then the next two codes decide.
const isItem = (structure: Structure.Structure, codes: ReadonlyArray<string>): boolean =>
  structure.goals.has(codes[0] ?? "") &&
  structure.policyItems.has(codes[1] ?? "") &&
  /^\d{2,10}$/.test(codes[2] ?? "")
