/** A law of whole scenarios: tried on a journal that an authority's own steps made. */
import * as Scenarios from "../draw/Scenarios.ts"
import { type Breach, type Law, law } from "../kit/Law.ts"

/** Makes a law of scenarios; `breaks` gets the scenario recorded. */
export const scenarioLaw = (
  name: string,
  note: string,
  breaks: (played: Scenarios.PlayedScenario) => Breach | undefined,
): Law =>
  law(name, note, {
    arbitrary: Scenarios.scenario,
    breaks: (scenario) => breaks(Scenarios.play(scenario)),
    show: Scenarios.format,
  })
