/** The version of the plan that a moment names. */

/** Returns the label of `plan:2026/1` or `decision:2026/1`; undefined for another moment. */
export const of = (moment = ""): string | undefined => /^(?:plan|decision):(.+)$/u.exec(moment)?.[1]
