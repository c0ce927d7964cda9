/** The W13 plan as a ledger, and its published figures as cells. */
import { Ledger, Money } from "@grootboek/core"
import type { Reconcile } from "@grootboek/core/answer"
import { propose } from "@grootboek/testing/Ledgers"
import { plan, table } from "@grootboek/testing/W13"

/** Returns the ledger of the plan, with its structure, lines, overhead rule, pass-through and opening result. */
export const ledger = (): Ledger.Ledger => {
  const made = Ledger.empty()
  propose(made, plan())
  return made
}

/** Returns the cells of a published file with the addresses of its form. */
export const published = (file: string): ReadonlyArray<Reconcile.PublishedCell> =>
  table(`published/${file}.csv`, ",").flatMap((row, index) => {
    const text = (name: string): string => row[name] ?? ""
    const side = text("direction").startsWith("U") ? "U" : "O"
    const figures = Object.entries(row).filter(([name]) => /\d{4}$/.test(name))
    return figures.map(([name, figure]): Reconcile.PublishedCell => {
      const of = (section: string, code: string, sign = "") => ({
        section,
        code,
        year: Number(name.slice(-4)),
        amount: Money.from(sign === "-" ? Money.format(Money.negate(Money.from(figure))) : figure),
        line: index + 2,
        column: name,
      })
      switch (file) {
        case "M1":
        case "T1":
          return of(text("group"), side)
        case "M3":
          return of(text("row"), name.startsWith("U") ? "U" : "O")
        case "goals-amounts":
          return of(text("section"), `${text("code")}/${side}`)
        case "synthese": {
          const [action, code] = [text("action"), text("row")]
          if (code === "reserve") return of("", "reserve")
          return of("", `${action === "" ? "total" : action}/${code}`, code === "U" ? "-" : "")
        }
        default:
          return of(text("section"), text("code"))
      }
    })
  })
