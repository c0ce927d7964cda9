/** The W13 plan as a ledger, and its published figures as cells. */
import { Intake, Ledger, Money, type Reconcile } from "@grootboek/core"
import { plan, sha256, table } from "@grootboek/testing/W13"

/** The ledger of the plan: adopted, declared, its lines, the overhead rule, the pass-through and the opening result. */
export const ledger = (): Ledger.Ledger => {
  const { proposals, refused } = Intake.decide(Ledger.empty(), plan(), {
    actor: "tests",
    sha256,
    recorded: new Map(),
  })
  if (refused.length > 0) throw new Error(JSON.stringify(refused.map(({ refusal }) => refusal)))
  const told = Ledger.empty()
  proposals.forEach(({ event, source }, at) => {
    const time = new Date(Date.UTC(2026, 0, 1) + at * 1_000).toISOString()
    Ledger.append(told, { event, time, ...(source === undefined ? {} : { source }) })
  })
  return told
}

/** The cells of a published file, addressed as its form addresses them. */
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
