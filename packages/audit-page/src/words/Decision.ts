/** Who decided, and what a rule adds. */
import * as Counted from "./Counted.ts"

export const decision = {
  moved: { nl: "Per besluit", en: "By decision" },
  entries: {
    nl: (entries: string) => `boeking ${entries}`,
    en: (entries: string) => `entry ${entries}`,
  },
  version: { nl: (label: string) => `Besluit ${label}`, en: (label: string) => `Decision ${label}` },
  compares: {
    nl: "Elk besluit met wat er volgens de regels op volgt; wat later werd geboekt, staat er niet in.",
    en: "Each decision with what follows from it by rule; what was recorded later is left out.",
  },
  unexplained: {
    nl: (amount: string) => `Onverklaard: ${amount}`,
    en: (amount: string) => `Unexplained: ${amount}`,
  },
  owed: {
    nl: (due: string, before: string, adds: string) =>
      `${due} is verschuldigd, ${before} was eerder geboekt, deze boeking voegt ${adds} toe.`,
    en: (due: string, before: string, adds: string) =>
      `${due} is due, ${before} was posted before, this entry adds ${adds}.`,
  },
  otherLines: {
    nl: (count: string) => `en ${Counted.of(count, "andere lijn", "andere lijnen")}`,
    en: (count: string) => `and ${Counted.of(count, "other line", "other lines")}`,
  },
  earlier: {
    nl: (entry: string) => `Eerdere boeking ${entry}`,
    en: (entry: string) => `Earlier entry ${entry}`,
  },
}
