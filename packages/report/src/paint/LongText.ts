/** How a list that is too long to hold is printed: shown once to each of its gauges, and then printed one by one. */

/** A list on its way to paper; what it prints is the same as if it were held. */
export interface LongText<A> {
  /** Each sees the whole list before the next one does, and all of them before anything is printed. */
  readonly gauges: ReadonlyArray<(one: A) => void>
  readonly before: string
  readonly one: (one: A, index: number) => string
  readonly after: string
  /** What is printed when there is nothing in the list. */
  readonly none: string
}

/** Prints a list that is at hand. */
export const whole = <A>(printed: LongText<A>, list: ReadonlyArray<A>): string => {
  for (const see of printed.gauges) for (const one of list) see(one)
  return list.length === 0
    ? printed.none
    : `${printed.before}${list.map(printed.one).join("")}${printed.after}`
}
