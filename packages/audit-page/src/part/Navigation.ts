/** The route in the address of the page, and in the history of the browser. */
import { useCallback, useEffect, useState } from "preact/hooks"
import { changed, format, type Go, isStep, parse, type Route } from "./Route.ts"

export const useRoute = (): readonly [Route, Go] => {
  const [route, setRoute] = useState(() => parse(location.hash))
  useEffect(() => {
    const follow = () => setRoute(parse(location.hash))
    addEventListener("popstate", follow)
    return () => removeEventListener("popstate", follow)
  }, [])
  const go = useCallback<Go>((change) => {
    // The address is the state: two changes in one event both count.
    const before = parse(location.hash)
    const after = changed(before, change)
    if (format(after) === format(before)) return
    if (isStep(before, after)) history.pushState(null, "", format(after))
    else history.replaceState(null, "", format(after))
    setRoute(after)
  }, [])
  return [route, go]
}
