/** Whether the screen is that of a phone or a small tablet. */
import { useEffect, useState } from "preact/hooks"

const query = "(max-width: 60rem)"

/** Returns whether the screen is narrow, and follows it when it is turned. */
export const useNarrow = (): boolean => {
  const [isNarrow, setNarrow] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const follow = () => setNarrow(media.matches)
    media.addEventListener("change", follow)
    return () => media.removeEventListener("change", follow)
  }, [])
  return isNarrow
}
