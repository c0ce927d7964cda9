/** `grootboek import`: files into the ledger, completely or not at all. */
import { Ledger, Structure } from "@grootboek/core"
import { Layout, Mapping } from "@grootboek/csv"
import { Imported } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Format from "../output/Format.ts"
import * as InputFile from "../output/InputFile.ts"
import { part, print } from "../output/Stdio.ts"
import { refusal } from "../session/CoreFailure.ts"
import * as FormerLedger from "../session/FormerLedger.ts"
import type { ImportRequest } from "../session/ImportRequest.ts"
import * as ImportRun from "../session/ImportRun.ts"
import * as ImportSource from "../session/ImportSource.ts"
import * as ImportWrite from "../session/ImportWrite.ts"
import * as RejectedRows from "../session/RejectedRows.ts"
import * as Session from "../session/Session.ts"
import * as StateRun from "../session/StateRun.ts"
import { type CommandFailure, usage } from "../words/CommandFailure.ts"
import * as ImportMessage from "../words/ImportMessage.ts"
import * as StateMessage from "../words/StateMessage.ts"
import * as Adjustment from "./Adjustment.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"
import * as ReadOptions from "./ReadOptions.ts"
import * as StateOptions from "./StateOptions.ts"

export const importFiles = Command.define({
  name: "import",
  about: {
    en: "read files into the ledger: all of them, or nothing",
    nl: "lees bestanden in het grootboek: alles, of niets",
  },
  more: {
    en: [
      "A file with one wrong row writes nothing; every fault is listed with its line. Importing the same file again changes nothing.",
      "A declaration or a rule that a later entry replaced stays replaced, with a note; --again records it again.",
      "Lines and openings are not added to the amounts of an earlier import: that is refused, unless --add says so.",
      "A whole list (--as state) is compared with what is recorded: the differences become estimates, or one adjustment with --plan.",
      "Bookings and commitments (--as actuals, --as commitments) past the estimate of their line are noted, or refused with --strict.",
      "Indicators, targets, measurements and texts (--as indicators, --as texts) record what differs; with --plan they adjust the plan.",
      "An adjustment (--as adjustment, --as state, --as indicators or --as texts) also takes --plan 2026/1 --decision BODY --date DAY --reference REF --motivation TEXT.",
      "",
      "Examples:",
      "  grootboek import goals-tree.csv policy-items.csv sectors.csv account-map.csv --ledger w13.db --as structure",
      "  grootboek import budget-lines.csv --ledger w13.db --as lines --dry-run",
      "  grootboek import new-list.csv --ledger w13.db --as state --plan 2026/1 --dry-run --reasons reasons.csv",
    ].join("\n"),
    nl: [
      "Van een bestand met één foute rij wordt niets geschreven; elke fout wordt vermeld met haar regelnummer. Hetzelfde bestand opnieuw importeren wijzigt niets.",
      "Een opgave of regel die een latere boeking verving, blijft vervangen, met een opmerking; --again legt ze opnieuw vast.",
      "Ramingen en beginsaldi worden niet opgeteld bij bedragen van een eerdere import: dat wordt geweigerd, tenzij met --add.",
      "Een volledige lijst (--as state) wordt vergeleken met wat geboekt is: de verschillen worden ramingen, of één aanpassing met --plan.",
      "Aanrekeningen en vastleggingen (--as actuals, --as commitments) boven de raming van hun budgetlijn geven een opmerking, of worden geweigerd met --strict.",
      "Van indicatoren, streefwaarden, metingen en teksten (--as indicators, --as texts) wordt geboekt wat verschilt; met --plan wordt het een aanpassing van het plan.",
      "Bij een aanpassing (--as adjustment, --as state, --as indicators of --as texts) horen ook --plan 2026/1 --decision ORGAAN --date DAG --reference REFERENTIE --motivation TEKST.",
      "",
      "Voorbeelden:",
      "  grootboek import goals-tree.csv policy-items.csv sectors.csv account-map.csv --ledger w13.db --as structure",
      "  grootboek import budget-lines.csv --ledger w13.db --as lines --dry-run",
      "  grootboek import nieuwe-lijst.csv --ledger w13.db --as state --plan 2026/1 --dry-run --reasons redenen.csv",
    ].join("\n"),
  },
  args: {
    file: Parameter.requiredOnce(Parameter.repeated("file", { en: "the files", nl: "de bestanden" })),
  },
  options: {
    ledger: common.ledger,
    as: Parameter.required(
      Parameter.choice("KIND", Layout.kinds, {
        en: "what the files hold",
        nl: "wat de bestanden bevatten",
      }),
    ),
    "dry-run": common.dryRun,
    rejects: Parameter.text("FILE", {
      en: "write the rejected rows to this file, to correct and import again",
      nl: "schrijf de geweigerde rijen naar dit bestand, om te verbeteren en opnieuw te importeren",
    }),
    ...ReadOptions.options,
    "show-mapping": Parameter.flag({
      en: "print which column is read as what, and stop",
      nl: "toon als wat elke kolom gelezen wordt, en stop",
    }),
    ...StateOptions.options,
    ...Adjustment.options,
    actor: common.actor,
    branch: common.branch,
    time: common.time,
    format: common.format(Format.textFormats),
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const { actor, as: kind, branch, "dry-run": isDry, rejects } = options
    yield* StateOptions.check(kind, options)
    const reading = yield* ReadOptions.of(options)
    const inputs = yield* Effect.forEach(args.file, InputFile.open)
    if (rejects !== undefined) yield* RejectedRows.check(rejects, inputs)
    const access = isDry || branch !== undefined ? "readonly" : "existing"
    const session = yield* Session.open(options, access)
    const plan = Ledger.planAt(session.ledger)
    if (plan === undefined) return yield* Effect.fail(refusal({ _tag: "PlanNotAdopted" }))
    const isDeclaring = kind === "indicators" || kind === "texts"
    const readOptions =
      kind === "adjustment" || (isDeclaring && options.plan !== undefined)
        ? yield* adjusted(options, { ledger: session.ledger, reading })
        : // Ids of version 1 were made with the label of the first version of the plan.
          { ...reading, plan: plan.versions[0]?.label ?? "" }
    const onRecorded: ImportRequest["onRecorded"] = options.add
      ? "add"
      : options.replace
        ? "replace"
        : undefined
    const known = {
      years: plan.years,
      formerIds: yield* FormerLedger.hasFormerIds(session),
      declared: (code: string) => declaredCode(session.ledger, code),
    }
    const request = {
      kind,
      inputs,
      options: { ...readOptions, ...known },
      actor,
      language,
      isStrict: options.strict,
      isAgain: options.again,
      ...(onRecorded === undefined ? {} : { onRecorded }),
    }
    if (options["show-mapping"]) {
      for (const input of inputs) yield* print(Mapping.format(yield* ImportSource.mappingOf(input, request)))
      return 0 as const
    }
    const state = kind === "state" ? yield* stated(options, session.ledger, reading) : undefined
    const begin = (on: Session.Session): ImportRun.ImportRun =>
      state === undefined ? ImportRun.begin(on, request) : StateRun.begin(on, plan, { ...request, ...state })
    const { result, ...recorded }: ImportWrite.WrittenImport = yield* isDry
      ? Effect.map(ImportRun.dry(begin(session)), (result) => ({ result, written: [] }))
      : ImportWrite.write(session, { kind, language, begin })
    if (rejects !== undefined && result.findings.length > 0)
      yield* RejectedRows.write(rejects, { inputs, result, kind, options: readOptions })
    const imported: Imported.Imported = { ...result, dryRun: isDry, ...recorded }
    for (const some of Format.imported(imported, { format: options.format, language })) yield* part(some)
    return Imported.ok(imported) ? (0 as const) : (1 as const)
  }),
})

// The structure grows with the files of one command.
const declaredCode = (ledger: Ledger.Ledger, code: string): string | undefined => {
  const plan = Ledger.planAt(ledger)
  return plan === undefined ? undefined : Structure.spelled(plan.structure, code)
}

const adjusted = Effect.fnUntraced(function* (
  options: Parameters<typeof Adjustment.of>[1],
  context: Parameters<typeof Adjustment.of>[2],
) {
  const { plan } = options
  if (plan === undefined) return yield* Effect.fail(usage(ImportMessage.labelMissing))
  return { ...context.reading, plan, adjustment: yield* Adjustment.of(plan, options, context) }
})

/** Returns how the changes of a whole list are recorded: as estimates, or as an adjustment when it has a label. */
const stated = Effect.fnUntraced(function* (
  options: Parameters<typeof Adjustment.of>[1] & {
    readonly scope: StateRun.StateRequest["scope"]
    readonly reasons: string | undefined
    readonly "dry-run": boolean
  },
  ledger: Ledger.Ledger,
  reading: Parameters<typeof Adjustment.of>[2]["reading"],
): Effect.fn.Return<Omit<StateRun.StateRequest, keyof ImportRequest>, CommandFailure> {
  const { plan, reasons, scope, "dry-run": isDry } = options
  if (plan === undefined) {
    if (reasons !== undefined) return yield* Effect.fail(usage(StateMessage.reasonsWithoutLabel))
    return { scope, reasons, isDry, adjustment: undefined }
  }
  const facts = yield* Adjustment.of(plan, options, { ledger, reading })
  return { scope, reasons, isDry, adjustment: { ...facts, plan } }
})
