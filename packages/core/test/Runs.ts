/** The number of runs of a property: as given, or a tenth of that in a mutation run. */
export const runs = (many: number): number =>
  process.env.LAWS === "few" ? Math.max(10, Math.ceil(many / 10)) : many
