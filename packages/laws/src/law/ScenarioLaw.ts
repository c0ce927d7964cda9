/** Laws of whole scenarios, tried on generated journals. */
import * as Scenarios from "../draw/Scenarios.ts"
import { type Breach, type Law, law } from "../kit/Law.ts"

/** Makes a law of scenarios; `breaks` receives the played scenario. */
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
