/** What the page shows, as one value; its fragment is the text of a link that shows the same. */
import { languages, type PageLanguage } from "../words/Bilingual.ts"
import { words } from "../words/Words.ts"

export type View = keyof typeof words.page.views

/** The views, in the order of the menu. */
export const views = Object.keys(words.page.views) as ReadonlyArray<View>

export const themes = ["auto", "light", "dark"] as const

export type Theme = (typeof themes)[number]

/** The state of the page; what is absent has its default. */
export interface Route {
  readonly view: View
  readonly form?: string
  /** The moment shown, as text: `plan:2026/1` or `position:12`. */
  readonly at?: string
  readonly row?: string
  /** The year of the chosen cell; without a cell, the year of a form of the accounts. */
  readonly year?: string
  /** The plan beside the accounts whose cell is chosen: `plan` or `initial`. */
  readonly column?: string
  readonly entry?: string
  readonly from?: string
  readonly to?: string
  readonly step?: string
  readonly blame?: string
  /** `1` when rows without amounts are shown. */
  readonly empty?: string
  readonly sort?: string
  readonly reason?: string
  /** The text that the list of a view is narrowed by. */
  readonly find?: string
  /** How the changes are shown: `list`, or in the rows of the form. */
  readonly as?: string
  /** The cause whose cells are highlighted. */
  readonly cause?: string
  readonly indicator?: string
  /** The verdict that the indicators are narrowed by. */
  readonly verdict?: string
  /** The day at which indicators are judged: `2026-12-31`. */
  readonly on?: string
  /** The rows whose lower rows are closed, by address. */
  readonly closed?: ReadonlyArray<string>
  /** The terms of the filter, each as text: `action:A10102`. */
  readonly only?: ReadonlyArray<string>
  /** The supposed changes, each as text: `62 +2% 2028-2031`. */
  readonly suppose?: ReadonlyArray<string>
  readonly language?: PageLanguage
  readonly theme?: Theme
}

const texts = [
  "form",
  "at",
  "row",
  "year",
  "column",
  "entry",
  "from",
  "to",
  "step",
  "blame",
  "empty",
  "sort",
  "reason",
  "find",
  "as",
  "cause",
  "indicator",
  "verdict",
  "on",
] as const

/** The parts that can have several values. */
const lists = ["closed", "only", "suppose"] as const

/** A change of the route: an empty text, an empty list or undefined removes a part. */
export type RouteChange = {
  readonly [Key in keyof Route]?: Route[Key] | "" | undefined
}

export type Go = (change: RouteChange) => void

/** Parses a fragment. A language or theme that does not exist is left out. */
export const parse = (hash: string): Route => {
  const given = new URLSearchParams(hash.replace(/^#/, ""))
  const view = views.find((one) => one === given.get("view")) ?? "statements"
  const language = (Object.keys(languages) as ReadonlyArray<PageLanguage>).find(
    (one) => one === given.get("lang"),
  )
  const theme = themes.find((one) => one === given.get("theme"))
  return {
    view,
    ...Object.fromEntries(
      texts.flatMap((key) => {
        const value = given.get(key) ?? ""
        return value === "" ? [] : [[key, value]]
      }),
    ),
    ...Object.fromEntries(
      lists.flatMap((key) => {
        const values = given.getAll(key).filter((value) => value !== "")
        return values.length === 0 ? [] : [[key, values]]
      }),
    ),
    ...(language === undefined ? {} : { language }),
    ...(theme === undefined ? {} : { theme }),
  }
}

/** Returns the view that a fragment asks for, if the page does not have it. */
export const unknownView = (hash: string): string | undefined => {
  const asked = new URLSearchParams(hash.replace(/^#/, "")).get("view") ?? ""
  return asked === "" || views.some((view) => view === asked) ? undefined : asked
}

/** Returns the fragment of a route. */
export const format = (route: Route): string => {
  const out = new URLSearchParams({ view: route.view })
  for (const key of texts) {
    const value = route[key]
    if (value !== undefined && value !== "") out.set(key, value)
  }
  for (const key of lists) for (const value of route[key] ?? []) out.append(key, value)
  if (route.language !== undefined) out.set("lang", route.language)
  if (route.theme !== undefined) out.set("theme", route.theme)
  // Slashes and colons are allowed in a fragment, and people read it.
  return `#${out.toString().replaceAll("%2F", "/").replaceAll("%3A", ":")}`
}

/** Returns a route with a change. */
export const changed = (route: Route, change: RouteChange): Route => {
  // A column belongs to the chosen cell.
  const isOtherCell = "row" in change || "year" in change || "form" in change
  const merged = { ...route, ...(isOtherCell ? { column: "" } : {}), ...change }
  const kept = Object.entries(merged).filter(([, value]) => value !== undefined && value !== "")
  return parse(format({ view: route.view, ...Object.fromEntries(kept) }))
}

/** Returns whether a change of the route is a step of the history, which "back" undoes. Moving a slider or typing is not. */
export const isStep = (before: Route, after: Route): boolean => {
  const same = steps.every((key) => before[key] === after[key])
  const isVersion = after.at !== before.at && !(after.at ?? "position:").startsWith("position:")
  return (
    !same ||
    isVersion ||
    stepLists.some((key) => (before[key] ?? []).join("\n") !== (after[key] ?? []).join("\n"))
  )
}

/** The parts of a route whose change is a step. */
const steps = ["view", "form", "row", "year", "column", "entry", "from", "to", "indicator"] as const
const stepLists = ["only", "suppose"] as const
