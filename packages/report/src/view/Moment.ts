/** A moment as JSON documents name it: a position of the journal, and the plan that is in force there. */
import * as Schema from "effect/Schema"

/** See {@link Moment:var}. */
export const Moment = Schema.Struct({ position: Schema.Int, plan: Schema.String }).annotate({
  identifier: "Moment",
})
