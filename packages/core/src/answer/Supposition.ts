/**
 * A supposed change of estimates, such as `62 +2% 2028-2031`: which lines, by how much, in which years, for which reason.
 *
 * The text of a supposition is `LINES EFFECT [YEARS] [REASON]`. LINES is `62`, `61,62@A10102`, `U:*@A10102`, or one line:
 * `A10102/9090/6200000/SECTOR/ENVELOPE/U`. EFFECT is `+2%`, `-1000` or `=25000`. YEARS is `2028`, `2028-2031` or `2028-`.
 *
 * ```ts
 * Supposition.parse("62 +2% 2028-2031")?.effect // => { _tag: "Percent", percent: "2" }
 * Supposition.format({ lines: { _tag: "One", line: staff }, effect: { _tag: "Added", amount: "-10.00" } }) // => "A1/0101/6200000///U -10.00"
 * ```
 */
import * as Result from "effect/Result"
import { type Reason, ReasonClass } from "../event/BudgetEvent.ts"
import type { LineSelection } from "../rule/Indexation.ts"
import type { BudgetLine, Direction } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"

/** The lines that change: those that meet a selection, or one line. */
export type SupposedLines =
  | ({ readonly _tag: "Selected" } & Pick<LineSelection, "direction" | "accounts" | "actions">)
  | { readonly _tag: "One"; readonly line: BudgetLine }

/** A percentage, an amount added to the lines together, or their new amount together. */
export type SupposedEffect =
  | { readonly _tag: "Percent"; readonly percent: string }
  | { readonly _tag: "Added"; readonly amount: string }
  | { readonly _tag: "Becomes"; readonly amount: string }

/** A supposed change. Without years, every year that is not closed changes. */
export interface Supposition {
  readonly lines: SupposedLines
  readonly effect: SupposedEffect
  readonly first?: Year
  readonly last?: Year
  readonly reason?: Reason["class"]
}

/** Parses the text of a supposition; undefined when it has another form. */
export const parse = (text: string): Supposition | undefined => {
  const [lines = "", effect = "", ...rest] = text.trim().split(/\s+/)
  const parsed = { lines: linesOf(lines), effect: effectOf(effect) }
  if (parsed.lines === undefined || parsed.effect === undefined || rest.length > 2) return undefined
  const years = /^(\d{4})(-(\d{4})?)?$/.exec(rest[0] ?? "")
  const [word, ...more] = years === null ? rest : rest.slice(1)
  const reason = ReasonClass.literals.find((one) => one === word)
  if (more.length > 0 || (word !== undefined && reason === undefined)) return undefined
  const [, first, range, last] = years ?? []
  const until = range === undefined ? first : last
  if (first !== undefined && until !== undefined && first > until) return undefined
  return {
    lines: parsed.lines,
    effect: parsed.effect,
    ...(first === undefined ? {} : { first: Number(first) }),
    ...(until === undefined ? {} : { last: Number(until) }),
    ...(reason === undefined ? {} : { reason }),
  }
}

/** Returns the text of a supposition, which {@link parse} reads. */
export const format = ({ lines, effect, first, last, reason }: Supposition): string => {
  const years =
    first === undefined
      ? undefined
      : first === last
        ? `${first}`
        : `${first}-${last === undefined ? "" : last}`
  return [formatLines(lines), formatEffect(effect), years, reason]
    .filter((part) => part !== undefined)
    .join(" ")
}

const formatLines = (lines: SupposedLines): string => {
  if (lines._tag === "One") {
    const { action, policyItem, account, sector, envelope, direction } = lines.line
    return [action, policyItem, account, sector, envelope, direction]
      .map((code) => encodeURIComponent(code ?? ""))
      .join("/")
  }
  const { direction, accounts = [], actions = [] } = lines
  const side = direction === undefined ? "" : `${direction}:`
  const at = actions.length === 0 ? "" : `@${actions.map(encodeURIComponent).join(",")}`
  return `${side}${accounts.length === 0 ? "*" : accounts.join(",")}${at}`
}

const formatEffect = (effect: SupposedEffect): string => {
  switch (effect._tag) {
    case "Percent":
      return `${signed(effect.percent)}%`
    case "Added":
      return signed(effect.amount)
    case "Becomes":
      return `=${effect.amount}`
  }
}

const signed = (number: string): string => (number.startsWith("-") ? number : `+${number}`)

const linesOf = (text: string): SupposedLines | undefined => {
  const codes = text.split("/").map(decoded)
  if (codes.some((code) => code === undefined)) return undefined
  if (codes.length > 1) return oneOf(codes)
  const [, side, accounts, actions] = /^(?:([OU]):)?(\*|\d{1,10}(?:,\d{1,10})*)(?:@(.+))?$/.exec(text) ?? []
  if (accounts === undefined) return undefined
  return {
    _tag: "Selected",
    ...(side === undefined ? {} : { direction: directionOf(side) }),
    ...(accounts === "*" ? {} : { accounts: accounts.split(",") }),
    ...(actions === undefined ? {} : { actions: actions.split(",").map((code) => decoded(code) ?? code) }),
  }
}

const oneOf = (codes: ReadonlyArray<string | undefined>): SupposedLines | undefined => {
  const [action, policyItem, account, sector, envelope, side] = codes
  if (codes.length !== 6 || !policyItem || !account || (side !== "O" && side !== "U")) return undefined
  return {
    _tag: "One",
    line: {
      direction: side,
      account,
      policyItem,
      ...(action ? { action } : {}),
      ...(sector ? { sector } : {}),
      ...(envelope ? { envelope } : {}),
    },
  }
}

const directionOf = (side: string): Direction => (side === "O" ? "O" : "U")

const decoded = (code: string): string | undefined =>
  Result.getOrUndefined(Result.try(() => decodeURIComponent(code)))

const effectOf = (text: string): SupposedEffect | undefined => {
  const [, mark, digits, percent] = /^([+=-]?-?)(\d{1,13}(?:[.,]\d{1,6})?)(%?)$/.exec(text) ?? []
  if (mark === undefined || digits === undefined || mark === "+-" || mark === "--") return undefined
  const number = `${mark.endsWith("-") ? "-" : ""}${digits.replace(",", ".")}`
  if (percent === "%")
    return mark.startsWith("=") || digits.length > 13
      ? undefined
      : { _tag: "Percent", percent: plain(number) }
  const amount = Money.parse(number)
  if (Result.isFailure(amount)) return undefined
  return { _tag: mark.startsWith("=") ? "Becomes" : "Added", amount: Money.format(amount.success) }
}

// `02.50` is written `2.5`, so that a percentage has one text.
const plain = (number: string): string =>
  number
    .replace(/^(-?)0+(?=\d)/, "$1")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "")
