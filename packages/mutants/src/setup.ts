/** Set-up of a mutation run: the same samples for every mutant, and no shrinking of counterexamples. */
import * as fc from "fast-check"

fc.configureGlobal({ seed: 20_260_101, endOnFailure: true })
