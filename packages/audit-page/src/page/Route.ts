/** Where a reader is: written behind the `#` of the address, so that every view, cell and moment can be pointed to. */
import { useCallback, useEffect, useState } from "preact/hooks"

/** The views, in the order of the menu. */
export const views = ["statements", "changes", "replay", "charts", "checks", "journal", "integrity"] as const

/** See {@link views}. */
export type View = (typeof views)[number]

/** A place in the page; what is left out takes its default. */
export interface Route {
  readonly view: View
  readonly form?: string
  /** The moment shown, as core names moments. */
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

/** Reads what stands behind the `#`. */
export const parse = (hash: string): Route => {
  const told = new URLSearchParams(hash.replace(/^#/, ""))
  const view = views.find((one) => one === told.get("view")) ?? "statements"
  return {
    view,
    ...Object.fromEntries(keys.flatMap((key) => (told.has(key) ? [[key, told.get(key) ?? ""]] : []))),
  }
}

/** Writes it. */
export const format = (route: Route): string =>
  `#${new URLSearchParams(Object.entries(route).filter(([, value]) => value !== undefined && value !== ""))}`

/** Changes to a route; an empty text takes a part away. */
export type Go = (change: Partial<Route>) => void

/** The route, and how to change it. */
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
      // Another view is a step to come back from; sliding is not.
      if (after.view === before.view) history.replaceState(null, "", format(after))
      else history.pushState(null, "", format(after))
      return after
    })
  }, [])
  return [route, go]
}
