/** The state of an objective or action as JSON. */
import type { FollowUp } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import * as Fields from "../../view/Fields.ts"

const Count = Schema.Struct({
  notStarted: Schema.Int,
  onTrack: Schema.Int,
  delayed: Schema.Int,
  done: Schema.Int,
  stopped: Schema.Int,
  unknown: Schema.Int,
}).annotate({ identifier: "ActionCount" })

const State = Schema.Literals(["notStarted", "onTrack", "delayed", "done", "stopped"])

/** An objective or action of `follow-up --format json`. */
export const GoalDocument = Schema.Struct({
  code: Schema.String,
  level: Schema.String,
  name: Schema.String,
  state: Schema.NullOr(State),
  on: Schema.NullOr(Schema.String),
  text: Schema.NullOr(Schema.String),
  /** The actions at or below it, by state. */
  actions: Count,
})

/** See {@link GoalDocument:var}. */
export type GoalDocument = typeof GoalDocument.Type

/** Returns the document of an objective or action. */
export const of = ({ goal, progress, actions }: FollowUp.FollowUp["goals"][number]): GoalDocument =>
  Fields.of(GoalDocument.fields, {
    ...goal,
    state: progress?.state,
    on: progress?.on,
    text: progress?.text,
    actions: {
      notStarted: actions.get("notStarted") ?? 0,
      onTrack: actions.get("onTrack") ?? 0,
      delayed: actions.get("delayed") ?? 0,
      done: actions.get("done") ?? 0,
      stopped: actions.get("stopped") ?? 0,
      unknown: actions.get("unknown") ?? 0,
    },
  })
