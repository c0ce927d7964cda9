/** How often a property is tried: as often as it says, or a tenth of that while core is broken on purpose. */
export const runs = (many: number): number =>
  process.env.LAWS === "few" ? Math.max(10, Math.ceil(many / 10)) : many
