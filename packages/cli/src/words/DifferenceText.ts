/** The fields in which an event differs from the recorded one, as a user knows them: options, and the rows of the file. */
import { type BudgetEvent, BudgetLine, ContentDifference } from "@grootboek/core"
import { Figure } from "@grootboek/report"
import type { Both } from "./Language.ts"

/** Differences that a message names; it counts the others. */
const most = 3

/** Returns the differences between the recorded event and the one that was given. */
export const between = (recorded: BudgetEvent.BudgetEvent, given: BudgetEvent.BudgetEvent): Both => {
  const all = ContentDifference.between(recorded, given)
  const named = all.slice(0, most).map(({ path, one, other }): Both => {
    const name = nameOf(path, given._tag === "PlanAdjusted" ? given : recorded)
    return {
      en: `${name.en}: recorded ${written(one).en}, given ${written(other).en}`,
      nl: `${name.nl}: geboekt ${written(one).nl}, opgegeven ${written(other).nl}`,
    }
  })
  const rest = all.length - most
  return {
    en: named.map(({ en }) => en).join("; ") + (rest > 0 ? `; and ${rest} more` : ""),
    nl: named.map(({ nl }) => nl).join("; ") + (rest > 0 ? `; en nog ${rest}` : ""),
  }
}

const alike = (text: string): Both => ({ en: text, nl: text })

const written = (text: string | undefined): Both =>
  text === undefined
    ? { en: "nothing", nl: "niets" }
    : alike(/^-?\d+\.\d+$/.test(text) ? Figure.ofText(text) : `"${text}"`)

const nameOf = (path: ReadonlyArray<string>, event: BudgetEvent.BudgetEvent): Both => {
  const [field = "", index = "", ...rest] = path
  if (field !== "changes" || event._tag !== "PlanAdjusted") {
    const found = fields[[field, index].filter((part) => part !== "").join(".")] ?? fields[field]
    return found ?? alike(path.join("."))
  }
  const change = event.changes[Number(index)]
  const line = change === undefined ? `${Number(index) + 1}` : BudgetLine.format(change.line)
  const [what = "", year = ""] = rest
  const part = what === "amounts" && year !== "" ? alike(year) : (parts[what] ?? alike(rest.join(".")))
  return { en: `change of ${line}, ${part.en}`, nl: `wijziging van ${line}, ${part.nl}` }
}

const fields: Readonly<Record<string, Both>> = {
  "resolution.body": { en: "body (--decision)", nl: "orgaan (--decision)" },
  "resolution.date": { en: "date (--date)", nl: "datum (--date)" },
  "resolution.reference": { en: "reference (--reference)", nl: "referentie (--reference)" },
  resolution: { en: "decision (--decision)", nl: "besluit (--decision)" },
  motivation: { en: "motivation (--motivation)", nl: "motivering (--motivation)" },
  assumptions: { en: "assumption (--assumption)", nl: "assumptie (--assumption)" },
  creditYears: { en: "credit years (--credit-years)", nl: "kredietjaren (--credit-years)" },
  neutrality: { en: "neutrality (--neutral)", nl: "neutraliteit (--neutral)" },
  structure: { en: "structure (--structure)", nl: "structuur (--structure)" },
}

const parts: Readonly<Record<string, Both>> = {
  line: { en: "line", nl: "budgetlijn" },
  amounts: { en: "amounts", nl: "bedragen" },
  reason: { en: "reason", nl: "reden" },
  description: { en: "description", nl: "omschrijving" },
  "": { en: "the whole row", nl: "de hele rij" },
}
