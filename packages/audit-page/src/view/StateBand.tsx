/** A band on every view and on paper while the journal is being checked, and when it is damaged. */
import { Ledger } from "@grootboek/core"
import { useShared } from "../part/Shared.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

const { integrity } = words

export const StateBand = () => {
  const { check, whole, say } = useShared()
  if (check === undefined)
    return (
      <p class="band checking" role="status">
        {say(integrity.band.checking)}
      </p>
    )
  if (check.fault === undefined) return null
  const position = Figures.count(check.fault.position)
  return (
    <p class="band damaged" role="alert">
      <b>{say(integrity.band.damaged)(position)}</b> {say(integrity.faults[check.fault._tag])}.{" "}
      {say(integrity.until)(Figures.count(Ledger.position(whole)))}
    </p>
  )
}
