/** A printed count with its noun in the singular or the plural. */

/** Returns `1 boeking` or `75 boekingen`, from a count as {@link Figures.count} prints it. */
export const of = (count: string, one: string, many: string): string =>
  `${count} ${count === "1" ? one : many}`
