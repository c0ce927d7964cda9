/** `grootboek import`: reads files, decides, and writes all of it or nothing. */
import { Ledger, Plan, type Structure } from "@grootboek/core"
import { Layout, Mapping, Reader } from "@grootboek/csv"
import { Imported } from "@grootboek/report"
import * as Effect from "effect/Effect"
import { type Failure, refused, usage } from "../Failure.ts"
import * as File from "../File.ts"
import * as Given from "../Given.ts"
import * as Import from "../Import.ts"
import { refusal } from "../Messages.ts"
import { print } from "../Output.ts"
import * as ReadOptions from "../ReadOptions.ts"
import * as Rejects from "../Rejects.ts"
import * as Render from "../Render.ts"
import * as Session from "../Session.ts"
import {
  branchOption,
  formatOption,
  type Given as GivenWords,
  isOn,
  ledgerOption,
  list,
  required,
  type Spec,
  text,
} from "../Spec.ts"
import * as Write from "../Write.ts"

const neutralities = ["year", "action", "section"] as const

export const importFiles: Spec = {
  name: "import",
  about: {
    en: "read files into the ledger: all of them, or nothing",
    nl: "lees bestanden in het grootboek: alles, of niets",
  },
  more: {
    en: [
      "A file with one bad row writes nothing; every fault is listed with its line. The same file again changes nothing.",
      "An adjustment (--as adjustment) also takes --plan 2026/1 --decision BODY --date DAY --reference REF --motivation TEXT.",
      "",
      "Examples:",
      "  grootboek import goals-tree.csv policy-items.csv sectors.csv account-map.csv --ledger w13.db --as structure",
      "  grootboek import budget-lines.csv --ledger w13.db --as lines --dry-run",
    ].join("\n"),
    nl: [
      "Een bestand met één foute rij schrijft niets; elke fout staat er met haar lijn. Hetzelfde bestand nog eens verandert niets.",
      "Een aanpassing (--as adjustment) vraagt ook --plan 2026/1 --decision ORGAAN --date DAG --reference REF --motivation TEKST.",
      "",
      "Voorbeelden:",
      "  grootboek import goals-tree.csv policy-items.csv sectors.csv account-map.csv --ledger w13.db --as structure",
      "  grootboek import budget-lines.csv --ledger w13.db --as lines --dry-run",
    ].join("\n"),
  },
  takes: [{ name: "file…", about: { en: "the files", nl: "de bestanden" } }],
  options: [
    ledgerOption,
    {
      name: "as",
      value: "KIND",
      required: true,
      choices: Layout.kinds,
      about: {
        en: `what the files hold: ${Layout.kinds.join(", ")}`,
        nl: `wat de bestanden bevatten: ${Layout.kinds.join(", ")}`,
      },
    },
    {
      name: "dry-run",
      about: { en: "say what would happen, write nothing", nl: "zeg wat er zou gebeuren, schrijf niets" },
    },
    {
      name: "rejects",
      value: "FILE",
      about: {
        en: "write the rows that were refused here, to repair and import again",
        nl: "schrijf de geweigerde rijen hierheen, om te herstellen en opnieuw te importeren",
      },
    },
    ...ReadOptions.options,
    {
      name: "show-mapping",
      about: {
        en: "print which column is read as what, and stop",
        nl: "toon welke kolom als wat gelezen wordt, en stop",
      },
    },
    {
      name: "plan",
      value: "LABEL",
      about: {
        en: "the label of an adjustment, such as 2026/1",
        nl: "het label van een aanpassing, zoals 2026/1",
      },
    },
    ...Given.resolutionOptions,
    {
      name: "motivation",
      value: "TEXT",
      about: { en: "why the plan is adjusted", nl: "waarom het plan wordt aangepast" },
    },
    {
      name: "assumption",
      value: "TEXT",
      many: true,
      about: {
        en: "an assumption that changed (may be given again)",
        nl: "een assumptie die wijzigde (mag herhaald worden)",
      },
    },
    {
      name: "neutral",
      value: "PER",
      choices: neutralities,
      about: {
        en: "declare the adjustment neutral per year, action or section; refused if it is not",
        nl: "verklaar de aanpassing neutraal per year, action of section; geweigerd als dat niet klopt",
      },
    },
    Given.creditYearsOption,
    {
      name: "structure",
      value: "FILE",
      many: true,
      about: {
        en: "structure that the adjustment adds or renames (may be given again)",
        nl: "structuur die de aanpassing toevoegt of hernoemt (mag herhaald worden)",
      },
    },
    Given.actorOption,
    branchOption,
    formatOption(["text", "json"]),
  ],
  run: Effect.fnUntraced(function* (given) {
    const kind = Layout.kinds.find((one) => one === required(given, "as")) ?? "lines"
    const options = yield* ReadOptions.of(given)
    const inputs = yield* Effect.all(given.words.map(File.look))
    const rejects = text(given, "rejects")
    if (rejects !== undefined) yield* Rejects.see(rejects, inputs)
    const isDry = isOn(given, "dry-run")
    const isDraft = text(given, "branch") !== undefined
    const session = yield* Session.open(given, isDry || isDraft ? "readonly" : "existing")
    if (Ledger.planAt(session.ledger) === undefined)
      return yield* Effect.fail(refusal({ _tag: "PlanNotAdopted" }))
    const adjustment = kind === "adjustment" ? yield* adjustmentOf(given, session, options) : undefined
    const plan = kind === "adjustment" ? yield* adjustmentLabel(given) : firstLabel(session)
    const job = {
      kind,
      inputs,
      options: { ...options, plan, ...(adjustment === undefined ? {} : { adjustment }) },
      actor: Given.actor(given),
      language: given.language,
    }
    if (isOn(given, "show-mapping")) {
      for (const input of inputs) yield* print(Mapping.format(ReadOptions.mappingOf(input, job)))
      return 0 as const
    }
    const run = Import.begin(session, job)
    const { outcome, written } = yield* isDry
      ? dry(run)
      : isDraft
        ? draft(given, session, run)
        : record(session, run)
    if (rejects !== undefined && outcome.findings.length > 0)
      yield* Rejects.write(rejects, inputs, outcome.findings)
    const told: Imported.Imported = { ...outcome, dryRun: isDry, written }
    yield* print(Render.imported(told, Render.wanted(given)))
    return Imported.ok(told) ? (0 as const) : (1 as const)
  }, Effect.scoped),
}

/** What became of an import, and the positions that it wrote. */
interface Ended {
  readonly outcome: Import.Outcome
  readonly written: ReadonlyArray<number>
}

const dry = (run: Import.Run): Effect.Effect<Ended, Failure> =>
  Effect.map(Import.dry(run), (outcome) => ({ outcome, written: [] }))

const draft = (given: GivenWords, session: Session.Session, run: Import.Run): Effect.Effect<Ended, Failure> =>
  Effect.gen(function* () {
    const proposals = yield* Import.gather(run)
    yield* Write.proposals(given, session, proposals)
    return { outcome: run.outcome(), written: [] }
  })

const record = (session: Session.Session, run: Import.Run): Effect.Effect<Ended, Failure> =>
  Effect.map(Import.write(session, run), ({ outcome, head }) => ({
    outcome,
    written: Array.from(
      { length: head - session.head.position },
      (_, index) => session.head.position + 1 + index,
    ),
  }))

/** The label that the plan was first adopted under: the one that ids of lines are made with. */
const firstLabel = (session: Session.Session): string =>
  Ledger.planAt(session.ledger)?.versions[0]?.label ?? ""

const adjustmentLabel = (given: GivenWords): Effect.Effect<string, Failure> => {
  const label = text(given, "plan")
  return label === undefined
    ? Effect.fail(
        usage({
          en: "an adjustment needs its label: --plan 2026/1",
          nl: "een aanpassing vraagt haar label: --plan 2026/1",
        }),
      )
    : Effect.succeed(label)
}

/** What an adjustment's file does not hold: resolution, motivation, assumptions, structure, credit years, neutrality. */
const adjustmentOf = Effect.fnUntraced(function* (
  given: GivenWords,
  session: Session.Session,
  options: Import.Reading,
) {
  const label = yield* adjustmentLabel(given)
  const resolution = yield* Given.resolution(given)
  const motivation = text(given, "motivation")
  const assumptions = list(given, "assumption")
  const neutrality = neutralities.find((one) => one === text(given, "neutral"))
  const structures = (yield* Effect.all(list(given, "structure").map(File.read))).map((input) =>
    Reader.read("structure", input, { ...options, sha256: File.sha256, plan: label }),
  )
  const faults = structures.flatMap((reading) => reading.faults)
  if (faults.length > 0) return yield* Effect.fail(refused(...faults.map(Render.fault)))
  const declared = structures.flatMap(({ requests }) =>
    requests.flatMap(({ event }) => (event?._tag === "StructureDeclared" ? [event.declarations] : [])),
  )
  const structure: Structure.Declarations | undefined =
    declared.length === 0 ? undefined : Object.assign({}, ...declared)
  const creditYears = (yield* Given.creditYears(given)) ?? creditYearsOf(label, session)
  return {
    creditYears,
    ...(resolution === undefined ? {} : { resolution }),
    ...(motivation === undefined ? {} : { motivation }),
    ...(assumptions.length === 0 ? {} : { assumptions }),
    ...(neutrality === undefined ? {} : { neutrality }),
    ...(structure === undefined ? {} : { structure }),
  }
})

// `2027/1` sets the credits of 2027; a label that names no year of the plan leaves the credit years as they were.
const creditYearsOf = (label: string, session: Session.Session): ReadonlyArray<number> => {
  const plan = Ledger.planAt(session.ledger)
  const year = Number(/^(\d{4})\D/.exec(label)?.[1])
  if (plan !== undefined && year >= plan.years.first && year <= plan.years.last) return [year]
  return plan === undefined ? [] : (Plan.current(plan)?.creditYears ?? [])
}
