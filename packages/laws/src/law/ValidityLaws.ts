/** Laws of valid journals: the engine records nothing else, and verification finds every kind of forged entry. */
import { Audit } from "@grootboek/core/ledger"
import * as Damages from "../draw/Damages.ts"
import * as Forgeries from "../draw/Forgeries.ts"
import { digest } from "../kit/Digest.ts"
import { law } from "../kit/Law.ts"
import { scenarioLaw } from "./ScenarioLaw.ts"

export const validity = [
  scenarioLaw(
    "validity: a journal that the engine wrote has no finding",
    "Each entry is checked against the entries before it.",
    (played) => {
      const [finding] = Audit.all(Damages.seal(played), { sha256: digest }).findings
      return finding === undefined
        ? undefined
        : { what: `entry ${finding.position}, ${finding.field}: ${JSON.stringify(finding.facts)}` }
    },
  ),
  law(
    "validity: an entry that is forged with a right hash is found at its position",
    "Codes, years, days, rules, reversals, and bytes that are not canonical.",
    {
      arbitrary: Forgeries.forged,
      show: Forgeries.format,
      breaks: ({ sealed, position, reason }) => {
        const { findings } = Audit.all(sealed, { sha256: digest })
        const isFound = findings.some(
          ({ facts, position: at }) =>
            at === position && facts._tag === "InvalidEntry" && facts.reason._tag === reason,
        )
        return isFound
          ? undefined
          : { what: "findings", expected: reason, found: JSON.stringify(findings.map(({ facts }) => facts)) }
      },
    },
  ),
]
