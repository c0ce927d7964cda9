/** The number of runs of a property: as given in `npm run isolated`, a quarter in `npm test`, and a tenth in a mutation run. */
export const runs = (many: number): number => {
  if (process.env.TESTS === "long") return many
  return Math.max(Math.min(many, 5), Math.ceil(many / (process.env.TESTS === "few" ? 10 : 4)))
}
