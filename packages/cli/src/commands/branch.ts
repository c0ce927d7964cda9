/** `grootboek branch`: drafts on top of the journal – make one, list, compare, promote, drop. */
import { Branch, Diff, Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as BranchFile from "../BranchFile.ts"
import { type Failure, refused } from "../Failure.ts"
import { refusal, storeError } from "../Messages.ts"
import { print, printJson, tell } from "../Output.ts"
import * as Render from "../Render.ts"
import * as Session from "../Session.ts"
import { type Argument, formatOption, type Given, ledgerOption, required, type Spec, text } from "../Spec.ts"

const nameArgument: Argument = {
  name: "name",
  about: { en: "the name of the branch", nl: "de naam van de variant" },
}

const nameOf = (given: Given): string => given.words[0] ?? ""

const onBranch = (given: Given): Given => ({ ...given, options: { ...given.options, branch: nameOf(given) } })

const missing = (given: Given): Failure =>
  refused({
    en: `no branch ${nameOf(given)}; there are: ${BranchFile.names(required(given, "ledger")).join(", ") || "–"}`,
    nl: `geen variant ${nameOf(given)}; er zijn: ${BranchFile.names(required(given, "ledger")).join(", ") || "–"}`,
  })

const make: Spec = {
  name: "branch new",
  about: {
    en: "start a draft at the end of the journal",
    nl: "begin een ontwerp aan het einde van het journaal",
  },
  more: {
    en: "Then import, reverse, statement, explain and diff take --branch NAME.",
    nl: "Daarna nemen import, reverse, statement, explain en diff --branch NAAM aan.",
  },
  takes: [nameArgument],
  options: [ledgerOption],
  run: Effect.fnUntraced(function* (given) {
    const address = required(given, "ledger")
    if (BranchFile.exists(address, nameOf(given))) {
      return yield* Effect.fail(
        refused({
          en: `branch ${nameOf(given)} exists; choose another name, or drop it first`,
          nl: `variant ${nameOf(given)} bestaat al; kies een andere naam, of verwijder ze eerst`,
        }),
      )
    }
    const { head } = yield* Session.open(given)
    yield* BranchFile.write(address, Branch.grow(nameOf(given), head))
    yield* tell(given.language, {
      en: `branch ${nameOf(given)} starts after entry ${head.position}`,
      nl: `variant ${nameOf(given)} begint na boeking ${head.position}`,
    })
    return 0 as const
  }, Effect.scoped),
}

const listAll: Spec = {
  name: "branch list",
  about: { en: "list the drafts of a ledger", nl: "toon de ontwerpen van een grootboek" },
  takes: [],
  options: [ledgerOption, formatOption(["text", "json"])],
  run: Effect.fnUntraced(function* (given) {
    const address = required(given, "ledger")
    const branches = yield* Effect.all(
      BranchFile.names(address).map((name) => BranchFile.read(address, name)),
    )
    if (text(given, "format") === "json") {
      yield* printJson({
        branches: branches.map(({ name, base, proposals }) => ({
          name,
          base: base.position,
          proposals: proposals.length,
        })),
      })
    } else {
      const lines = branches.map(({ name, base, proposals }) =>
        given.language === "nl"
          ? `${name}: ${proposals.length} voorstellen na boeking ${base.position}`
          : `${name}: ${proposals.length} proposals after entry ${base.position}`,
      )
      yield* print(
        lines.length === 0 ? (given.language === "nl" ? "geen varianten" : "no branches") : lines.join("\n"),
      )
    }
    return 0 as const
  }),
}

const compare: Spec = {
  name: "branch diff",
  about: { en: "show what a draft changes, and why", nl: "toon wat een ontwerp wijzigt, en waarom" },
  takes: [nameArgument],
  options: [ledgerOption, formatOption(Render.differenceFormats)],
  run: Effect.fnUntraced(function* (given) {
    const { ledger, head } = yield* Session.open(onBranch(given))
    const difference = Diff.between(ledger, { from: head.position, to: Ledger.position(ledger) })
    if (Result.isFailure(difference)) return yield* Effect.fail(refusal(difference.failure))
    yield* print(Render.difference(difference.success, ledger, Render.wanted(given)))
    return 0 as const
  }, Effect.scoped),
}

const promote: Spec = {
  name: "branch promote",
  about: {
    en: "append a draft to the journal, and drop it",
    nl: "voeg een ontwerp toe aan het journaal, en verwijder het",
  },
  takes: [nameArgument],
  options: [ledgerOption],
  run: Effect.fnUntraced(function* (given) {
    const address = required(given, "ledger")
    if (!BranchFile.exists(address, nameOf(given))) return yield* Effect.fail(missing(given))
    const branch = yield* BranchFile.read(address, nameOf(given))
    const { store, name, head } = yield* Session.open(given, "existing")
    if (!Branch.isCurrent(branch, head)) {
      return yield* Effect.fail(
        refused({
          en: `the journal grew from entry ${branch.base.position} to ${head.position} since branch ${branch.name} began; make a new branch and import its files there`,
          nl: `het journaal groeide van boeking ${branch.base.position} naar ${head.position} sinds variant ${branch.name} begon; maak een nieuwe variant en importeer daar de bestanden`,
        }),
      )
    }
    const { written } = yield* Effect.mapError(
      store.append(name, head.position, branch.proposals),
      storeError,
    )
    yield* BranchFile.drop(address, branch.name)
    yield* tell(given.language, {
      en: `branch ${branch.name} promoted: ${written.length} entries`,
      nl: `variant ${branch.name} opgenomen: ${written.length} boekingen`,
    })
    return 0 as const
  }, Effect.scoped),
}

const drop: Spec = {
  name: "branch drop",
  about: { en: "throw a draft away", nl: "gooi een ontwerp weg" },
  takes: [nameArgument],
  options: [ledgerOption],
  run: Effect.fnUntraced(function* (given) {
    const address = required(given, "ledger")
    if (!BranchFile.exists(address, nameOf(given))) return yield* Effect.fail(missing(given))
    yield* BranchFile.drop(address, nameOf(given))
    yield* tell(given.language, {
      en: `branch ${nameOf(given)} dropped`,
      nl: `variant ${nameOf(given)} verwijderd`,
    })
    return 0 as const
  }),
}

export const branches: ReadonlyArray<Spec> = [make, listAll, compare, promote, drop]
