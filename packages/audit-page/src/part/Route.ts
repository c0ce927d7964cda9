/** The view, moment and cell that the page shows, kept in the fragment of its address so that each has a link. */
import { useCallback, useEffect, useState } from "preact/hooks"
import { words } from "../words/Words.ts"

/** A view. */
export type View = keyof typeof words.page.views

/** The views, in the order of the menu. */
export const views = Object.keys(words.page.views) as ReadonlyArray<View>

/** The state of the page; what is absent has its default. */
export interface Route {
  readonly view: View
  readonly form?: string
  /** The moment shown, as text: `plan:2026/1` or `position:12`. */
  readonly at?: string
  readonly row?: string
  readonly year?: string
  readonly entry?: string
  readonly from?: string
  readonly to?: string
  readonly step?: string
  readonly blame?: string
}

const keys = ["form", "at", "row", "year", "entry", "from", "to", "step", "blame"] as const

/** Parses a fragment. */
export const parse = (hash: string): Route => {
  const given = new URLSearchParams(hash.replace(/^#/, ""))
  const view = views.find((one) => one === given.get("view")) ?? "statements"
  return {
    view,
    ...Object.fromEntries(keys.flatMap((key) => (given.has(key) ? [[key, given.get(key) ?? ""]] : []))),
  }
}

/** Returns the fragment of a route. */
export const format = (route: Route): string =>
  `#${new URLSearchParams(Object.entries(route).filter(([, value]) => value !== undefined && value !== ""))}`

/** Changes the route; an empty text removes a part. */
export type Go = (change: Partial<Route>) => void

/** Returns the route, and a function that changes it. */
export const useRoute = (): readonly [Route, Go] => {
  const [route, setRoute] = useState(() => parse(location.hash))
  useEffect(() => {
    const follow = () => setRoute(parse(location.hash))
    addEventListener("hashchange", follow)
    return () => removeEventListener("hashchange", follow)
  }, [])
  const go = useCallback<Go>((change) => {
    setRoute((before) => {
      const after = parse(format({ ...before, ...change }))
      // A change of view is added to the history of the browser; a move of the slider is not.
      if (after.view === before.view) history.replaceState(null, "", format(after))
      else history.pushState(null, "", format(after))
      return after
    })
  }, [])
  return [route, go]
}
