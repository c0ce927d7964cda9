/** Prints a list that does not fit in memory: each measure reads it once, then it is printed item by item. */

/** A text made of a list; it equals the text of the same list in memory. */
export interface LongText<A> {
  /** Each reads the whole list before the next one starts, and all of them before printing. */
  readonly measures: ReadonlyArray<(one: A) => void>
  readonly before: string
  readonly one: (one: A, index: number) => string
  readonly after: string
  readonly none: string
}

/** Returns the text of a list in memory. */
export const whole = <A>(printed: LongText<A>, list: ReadonlyArray<A>): string => {
  for (const measure of printed.measures) for (const one of list) measure(one)
  return list.length === 0
    ? printed.none
    : `${printed.before}${list.map(printed.one).join("")}${printed.after}`
}
