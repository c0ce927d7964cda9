/**
 * The scale of the slider over the journal: half of it is shared by the versions of the plan, half by the entries.
 *
 * Otherwise the decisions of a journal with many entries would have the same place on the slider.
 */

/** The last position of each version of the plan, in order. */
export interface Track {
  readonly ends: ReadonlyArray<number>
}

/** Returns the track of versions that begin at positions, up to the last entry. */
export const of = (begins: ReadonlyArray<number>, last: number): Track => ({
  ends: [...begins.slice(1).map((position) => position - 1), last].filter((end) => end > 0),
})

/** Returns the place of a position on a track, from 0 to 1. */
export const shareOf = ({ ends }: Track, position: number): number => {
  const last = ends.at(-1) ?? 1
  const index = Math.max(
    0,
    ends.findIndex((end) => position <= end),
  )
  const before = ends[index - 1] ?? 1
  const own = (position - before) / Math.max(1, (ends[index] ?? last) - before)
  return (index + own) / ends.length / 2 + (position - 1) / Math.max(1, last - 1) / 2
}

/** Returns the position nearest to a share of a track. */
export const positionAt = (track: Track, share: number): number => {
  let [low, high] = [1, track.ends.at(-1) ?? 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (shareOf(track, middle) < share) low = middle + 1
    else high = middle
  }
  const isBelow = low > 1 && share - shareOf(track, low - 1) < shareOf(track, low) - share
  return isBelow ? low - 1 : low
}
