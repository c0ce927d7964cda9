/** A law of two moments of a generated journal. */
import { Ledger } from "@grootboek/core"
import * as fc from "fast-check"
import * as Scenarios from "../draw/Scenarios.ts"
import { type Breach, type Law, law } from "../kit/Law.ts"

/** A played scenario and two positions in it. */
export interface MomentPair {
  readonly played: Scenarios.PlayedScenario
  readonly from: number
  readonly to: number
}

/** Makes a law of two moments of a scenario; position 1, the adoption, is the earliest. */
export const pairLaw = (name: string, note: string, breaks: (pair: MomentPair) => Breach | undefined): Law =>
  law(name, note, {
    arbitrary: fc.record({ scenario: Scenarios.scenario, from: fc.nat(60), to: fc.nat(60) }),
    show: ({ scenario, from, to }) =>
      `positions picked by ${from} and ${to} of ${Scenarios.format(scenario)}`,
    breaks: ({ scenario, from, to }) => {
      const played = Scenarios.play(scenario)
      const last = Ledger.position(played.ledger)
      return breaks({ played, from: 1 + (from % last), to: 1 + (to % last) })
    },
  })
