/** While core is broken on purpose: the same samples for every mutant, and the first counter-example will do. */
import * as fc from "fast-check"

fc.configureGlobal({ seed: 20_260_101, endOnFailure: true })
