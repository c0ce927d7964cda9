/** The title of the tab: what the page shows, so that tabs and bookmarks differ. */
import { ShownText } from "@grootboek/cells"
import { Ledger, Year } from "@grootboek/core"
import type { Shared } from "../part/Shared.tsx"
import * as FormName from "../words/FormName.ts"
import { words } from "../words/Words.ts"

/** Returns the title: the cell, form or view, the moment unless it is the last, and the plan. */
export const of = ({ ledger, route, say, position }: Shared): string => {
  const plan = Ledger.planAt(ledger)
  if (plan === undefined) return "Grootboek"
  const moment = position === Ledger.position(ledger) ? undefined : (route.at ?? `position:${position}`)
  const shown = [subject(route, say), moment?.replace(/^plan:/, "")].filter((part) => part !== undefined)
  return ShownText.of(
    `${shown.join(" · ")} – ${plan.entity.name} ${say(words.page.plan)(Year.format(plan.years))}`,
  )
}

const subject = (
  { view, form = "M2", row, year, entry, indicator }: Shared["route"],
  say: Shared["say"],
): string => {
  if (view === "journal" && entry !== undefined) return say(words.journal.entry)(entry)
  if (view === "indicators" && indicator !== undefined)
    return `${say(words.indicators.indicator)} ${indicator}`
  if (view !== "statements") return say(words.page.views[view])
  return [FormName.of(form, say), row, year].filter((part) => part !== undefined).join(" ")
}
