/** `grootboek branch`: drafts on top of the journal – create, list, compare, promote, drop. */
import { Diff, Ledger } from "@grootboek/core"
import { Branch } from "@grootboek/core/ledger"
import * as Effect from "effect/Effect"
import * as Format from "../output/Format.ts"
import { inform, print, printJson } from "../output/Stdio.ts"
import * as TableFormat from "../output/TableFormat.ts"
import * as Append from "../session/Append.ts"
import * as BranchFile from "../session/BranchFile.ts"
import { accepted, storeError } from "../session/CoreFailure.ts"
import * as Session from "../session/Session.ts"
import * as BranchMessage from "../words/BranchMessage.ts"
import { refused } from "../words/CommandFailure.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import { format, ledger, time } from "./common.ts"
import * as Parameter from "./Parameter.ts"

const name = Parameter.required(
  Parameter.text("name", { en: "the name of the branch", nl: "de naam van de variant" }),
)

const create = Command.define({
  name: "branch new",
  about: {
    en: "start a draft at the end of the journal",
    nl: "begin een variant aan het einde van het journaal",
  },
  more: {
    en: "Then import, reverse, statement, explain and diff take --branch NAME.",
    nl: "Daarna werken import, reverse, statement, explain en diff in de variant met --branch NAAM.",
  },
  args: { name },
  options: { ledger },
  run: Effect.fnUntraced(function* ({ args: { name }, options: { ledger }, language }) {
    const { head } = yield* Session.open({ ledger })
    yield* BranchFile.create(ledger, Branch.create(name, head))
    yield* inform(language, BranchMessage.created(name, head.position))
  }),
})

const list = Command.define({
  name: "branch list",
  about: { en: "list the drafts of a ledger", nl: "toon de varianten van een grootboek" },
  args: {},
  options: { ledger, format: format(Format.textFormats) },
  run: Effect.fnUntraced(function* ({ options: { ledger, format }, language }) {
    const branches = (yield* Effect.forEach(BranchFile.names(ledger), (name) =>
      BranchFile.read(ledger, name),
    )).map(({ name, base, proposals }) => ({ name, base: base.position, proposals: proposals.length }))
    if (format === "json") yield* printJson({ branches })
    else {
      const lines = branches.map(({ name, base, proposals }) => BranchMessage.line(name, proposals, base))
      const shown = lines.length === 0 ? [BranchMessage.none] : lines
      yield* print(shown.map((line) => line[language]).join("\n"))
    }
  }),
})

const compare = Command.define({
  name: "branch diff",
  about: { en: "show what a draft changes, and why", nl: "toon wat een variant wijzigt, en waarom" },
  args: { name },
  options: { ledger, ...Answer.options(TableFormat.formats) },
  run: Effect.fnUntraced(function* ({ args, options: { out, csv, format: chosen, ...options }, language }) {
    const { ledger, head } = yield* Session.open({ ...options, branch: args.name })
    const found = yield* accepted(Diff.between(ledger, { from: head.position, to: Ledger.position(ledger) }))
    const format = { ...Answer.formatOf({ format: chosen, csv }), language }
    yield* Answer.write(yield* TableFormat.difference(found, format), out, language)
  }),
})

const promote = Command.define({
  name: "branch promote",
  about: {
    en: "append a draft to the journal, and drop it",
    nl: "neem een variant op in het journaal, en verwijder ze daarna",
  },
  args: { name },
  options: { ledger, time },
  run: Effect.fnUntraced(function* ({ args: { name }, options, language }) {
    const { ledger } = options
    // No proposal may be added between the reading of the branch and its removal.
    yield* BranchFile.lock(ledger, name)
    const branch = yield* BranchFile.read(ledger, name)
    const session = yield* Session.open(options, "existing")
    const { position } = session.head
    if (!Branch.isCurrent(branch, session.head) && !(yield* isRecorded(session, branch))) {
      return yield* Effect.fail(refused(BranchMessage.journalGrew(name, branch.base.position, position)))
    }
    const written = yield* Append.proposals(session, branch.proposals)
    yield* BranchFile.drop(ledger, name)
    yield* inform(language, BranchMessage.promoted(name, written.length))
  }),
})

// A promotion that was stopped before it removed the branch is completed when it is repeated.
const isRecorded = ({ store, name }: Session.Session, { proposals }: Branch.Branch) =>
  store
    .find(
      name,
      proposals.map(({ id }) => id),
    )
    .pipe(
      Effect.mapBoth({
        onFailure: storeError,
        onSuccess: (found) => proposals.length > 0 && found.length === proposals.length,
      }),
    )

const drop = Command.define({
  name: "branch drop",
  about: { en: "delete a draft", nl: "verwijder een variant" },
  args: { name },
  options: { ledger },
  run: Effect.fnUntraced(function* ({ args: { name }, options: { ledger }, language }) {
    yield* BranchFile.lock(ledger, name)
    yield* BranchFile.drop(ledger, name)
    yield* inform(language, BranchMessage.dropped(name))
  }),
})

export const branches = [create, list, compare, promote, drop]
