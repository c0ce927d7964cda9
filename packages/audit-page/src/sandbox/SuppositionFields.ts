/** The fields of the form of a supposed change, each a text as people type it. */
import { BudgetLine } from "@grootboek/core"
import { Supposition } from "@grootboek/core/answer"

export interface SuppositionFields {
  /** `lines`: those of accounts, or `one`: a budget line. */
  readonly which: string
  readonly accounts: string
  readonly side: string
  readonly action: string
  readonly line: string
  readonly effect: string
  readonly number: string
  readonly first: string
  readonly last: string
  readonly reason: string
}

export const blank: SuppositionFields = {
  which: "lines",
  accounts: "62",
  side: "",
  action: "",
  line: "",
  effect: "Percent",
  number: "2",
  first: "",
  last: "",
  reason: "index",
}

/** Returns the text of the supposition in the fields; undefined while they are incomplete. */
export const textOf = (
  fields: SuppositionFields,
  lines: ReadonlyArray<BudgetLine.BudgetLine>,
): string | undefined => {
  const { effect, number, first, last, reason } = fields
  const supposed = linesOf(fields, lines)
  const rest = Supposition.parse(`* ${markOf(effect, number)} ${first}-${last} ${reason}`)
  if (supposed === undefined || rest === undefined) return undefined
  const text = Supposition.format({ ...rest, lines: supposed })
  return Supposition.parse(text) === undefined ? undefined : text
}

const linesOf = (
  { which, accounts, side, action, line }: SuppositionFields,
  lines: ReadonlyArray<BudgetLine.BudgetLine>,
): Supposition.SupposedLines | undefined => {
  if (which === "one") {
    const chosen = lines.find((one) => BudgetLine.format(one) === line.trim())
    return chosen === undefined ? undefined : { _tag: "One", line: chosen }
  }
  const prefixes = accounts.split(/[\s,;]+/).filter((one) => one !== "")
  return {
    _tag: "Selected",
    ...(side === "O" || side === "U" ? { direction: side } : {}),
    ...(prefixes.length === 0 ? {} : { accounts: prefixes }),
    ...(action === "" ? {} : { actions: [action] }),
  }
}

// In an amount, a dot before three digits is between thousands. In a percentage it is a decimal point.
const markOf = (effect: string, number: string): string => {
  const plain = number.replace(/[\s\u00a0%+]/g, "").replace("\u2212", "-")
  const digits = effect === "Percent" ? plain : plain.replace(/\.(?=\d{3}(?:\D|$))/g, "")
  if (effect === "Becomes") return `=${digits}`
  return `${digits.startsWith("-") ? "" : "+"}${digits}${effect === "Percent" ? "%" : ""}`
}
