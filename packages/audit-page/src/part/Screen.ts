/** The width of the screen. */
import { useEffect, useState } from "preact/hooks"

/** A phone or a small tablet, whose controls are folded. */
export const small = "(max-width: 60rem)"

/** A phone, which has no room for the figures of a chart beside it. */
export const phone = "(max-width: 40rem)"

/** Returns whether the screen fits a query, and follows it when it is turned. */
export const useScreen = (query: string): boolean => {
  const [fits, setFits] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const follow = () => setFits(media.matches)
    media.addEventListener("change", follow)
    return () => media.removeEventListener("change", follow)
  }, [])
  return fits
}
