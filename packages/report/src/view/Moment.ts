/** A moment in JSON documents: a position of the journal, and the plan in force there. */
import * as Schema from "effect/Schema"

/** See {@link Moment:var}. */
export const Moment = Schema.Struct({ position: Schema.Int, plan: Schema.String }).annotate({
  identifier: "Moment",
})
