/** `grootboek reconcile`: published tables compared with the ledger, with each other, or with an earlier publication. */
import { Ledger, Statement } from "@grootboek/core"
import { Consistency, PublicationDiff, type Published, Reconcile } from "@grootboek/core/answer"
import { Publications, Table } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Format from "../output/Format.ts"
import { inform, print } from "../output/Stdio.ts"
import * as TableFormat from "../output/TableFormat.ts"
import { accepted } from "../session/CoreFailure.ts"
import * as FeasibilityProof from "../session/FeasibilityProof.ts"
import * as Moment from "../session/Moment.ts"
import * as PublishedFile from "../session/PublishedFile.ts"
import * as Session from "../session/Session.ts"
import { usage } from "../words/CommandFailure.ts"
import type { Language } from "../words/Language.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"
import * as ReadOptions from "./ReadOptions.ts"

export const reconcile = Command.define({
  name: "reconcile",
  about: {
    en: "compare published tables with the ledger, with each other, or with earlier ones",
    nl: "vergelijk gepubliceerde tabellen met het grootboek, met elkaar, of met een vorige publicatie",
  },
  more: {
    en: [
      "Reads tables as they are published: pasted text with printed labels, CSV, Markdown, XLSX. A file with several",
      "tables is read once for each --form; the title of the form selects its table.",
      "",
      "Exit status 1: a cell differs, the form has no such cell, no known way of printing explains all sums, or no sum",
      "could be checked. Without --ledger the tables are checked for themselves and against each other; the answer",
      "says which way of printing fits. --prove decides whether exact amounts exist behind all figures at once, and",
      "names figures that contradict each other. --against compares each table with an earlier one.",
      "",
      "Examples:",
      "  grootboek reconcile T2.csv --form T2 --ledger w13.db",
      "  grootboek reconcile M2.csv T2.csv --form M2 --form T2 --prove",
      "  grootboek reconcile plan.txt --form M2 --form M3 --numbers be",
      "  grootboek reconcile M2-new.txt --against M2-old.txt --form M2",
    ].join("\n"),
    nl: [
      "Leest tabellen zoals ze gepubliceerd zijn: geplakte tekst met gedrukte opschriften, CSV, Markdown, XLSX. Een",
      "bestand met meerdere tabellen wordt voor elk --form gelezen; de titel van het schema wijst de tabel aan.",
      "",
      "Afsluitcode 1: een cel verschilt of komt niet in het schema voor, geen enkele bekende manier van afdrukken",
      "verklaart alle sommen, of er kon geen som gecontroleerd worden. Zonder --ledger worden de tabellen op zich en",
      "onderling gecontroleerd; het antwoord vermeldt welke manier van afdrukken past. --prove gaat na of er achter alle",
      "cijfers samen exacte bedragen bestaan, en toont cijfers die elkaar tegenspreken. --against vergelijkt elke tabel",
      "met een vorige.",
      "",
      "Voorbeelden:",
      "  grootboek reconcile T2.csv --form T2 --ledger w13.db",
      "  grootboek reconcile M2.csv T2.csv --form M2 --form T2 --prove",
      "  grootboek reconcile plan.txt --form M2 --form M3 --numbers be",
      "  grootboek reconcile M2-nieuw.txt --against M2-oud.txt --form M2",
    ].join("\n"),
  },
  args: {
    published: Parameter.requiredOnce(
      Parameter.repeated("published", {
        en: "the published tables: text, CSV, Markdown or XLSX",
        nl: "de gepubliceerde tabellen: tekst, CSV, Markdown of XLSX",
      }),
    ),
  },
  options: {
    form: Parameter.requiredOnce(
      Parameter.repeated("FORM", {
        en: "the form of a table, one for each table",
        nl: "het schema van een tabel, één per tabel",
      }),
    ),
    ledger: common.optionalLedger,
    against: Parameter.repeated("FILE", {
      en: "an earlier publication to compare with, one for each table",
      nl: "een vorige publicatie om mee te vergelijken, één per tabel",
    }),
    prove: Parameter.flag({
      en: "decide whether all figures can be right at once",
      nl: "ga na of alle cijfers samen kunnen kloppen",
    }),
    unprinted: Parameter.choice("VALUE", ["zero"], {
      en: "zero: rows that are not printed are zero where other rows of their sum are printed",
      nl: "zero: rijen die niet gedrukt zijn, zijn nul als andere rijen van hun som wel gedrukt zijn",
    }),
    part: Parameter.repeated("NAME", {
      en: "keep one part of a file: a legal entity (OCMW) or a kind of column (MJP)",
      nl: "behoud één deel van een bestand: een rechtspersoon (OCMW) of een soort kolom (MJP)",
    }),
    numbers: ReadOptions.options.numbers,
    encoding: ReadOptions.options.encoding,
    delimiter: ReadOptions.options.delimiter,
    sheet: ReadOptions.options.sheet,
    "header-line": Parameter.parsed(
      Parameter.text("LINE", {
        en: "the line or row at which the table begins (default: found)",
        nl: "de regel of rij waar de tabel begint (standaard: gezocht)",
      }),
      ReadOptions.lineOf,
      UsageMessage.notALine,
    ),
    "skip-hidden": ReadOptions.options["skip-hidden"],
    at: common.at,
    branch: common.branch,
    rounding: Parameter.choice("POLICY", Statement.policies, {
      en: "form: as the form prints; exact: every figure from its exact amount; rows: sums from printed rows (default: form with a ledger, every way that fits without)",
      nl: "form: zoals het schema afdrukt; exact: elk cijfer uit het exacte bedrag; rows: sommen van afgedrukte rijen (standaard: form met een grootboek, elke manier die past zonder)",
    }),
    ...Answer.options(TableFormat.formats),
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const { against, branch, ledger: address, prove, rounding: policy, unprinted = "unknown" } = options
    const reading = yield* ReadOptions.of({ ...options, mapping: undefined, round: undefined })
    const written = { ...reading, parts: options.part }
    const readFiles = Effect.fnUntraced(function* (paths: ReadonlyArray<string>) {
      const { tables, notes } = yield* PublishedFile.read(paths, options.form, written)
      for (const note of notes) yield* inform(language, note)
      return tables
    })
    const tables = yield* readFiles(args.published)
    if (against.length > 0) {
      if (address !== undefined) return yield* Effect.fail(usage(UsageMessage.againstLedger))
      const names = { old: against.join(", "), new: args.published.join(", ") }
      const output = { ...Answer.formatOf(options), language }
      const found = yield* compared(yield* readFiles(against), tables, unprinted)
      const report = Publications.report(found, names, language)
      const content =
        output.format === "csv"
          ? Table.csv(Publications.table(found), output.csv)
          : yield* TableFormat.tables(report, () => Publications.document(found), output)
      yield* Answer.write(content, options.out, language)
      return Publications.document(found).ok ? (0 as const) : (1 as const)
    }
    const { format } = Answer.formatOf(options)
    if (format !== "text" && format !== "json")
      return yield* Effect.fail(usage(UsageMessage.onlyAgainst(format)))
    const output = { format, language }
    if (address === undefined) return yield* alone(tables, { output, policy, prove, unprinted })
    const reason = PublishedFile.notComparable(tables)
    if (reason !== undefined) return yield* Effect.fail(usage(reason))
    const { ledger } = yield* Session.open({ ledger: address, branch })
    const structure = Ledger.planAt(ledger)?.structure
    for (const note of PublishedFile.printedTwice(tables, structure)) yield* inform(language, note)
    let isEqual = true
    const at = yield* Moment.resolve(ledger, options.at)
    for (const table of tables) {
      const reconciled = yield* accepted(Reconcile.table(ledger, table, { at, policy: policy ?? "form" }))
      yield* print(Format.reconciliation(reconciled, table.file, output))
      const { equal, rounding, error, missing } = reconciled.counts
      if (equal === 0 || rounding + error + missing > 0) isEqual = false
    }
    if (prove) {
      const setting: FeasibilityProof.ProofOptions = {
        policy,
        unprinted,
        ...(structure === undefined ? {} : { structure }),
      }
      const { proof, isProven } = yield* FeasibilityProof.of(tables, setting, language)
      yield* print(proof.lines.join("\n"))
      if (!isProven) isEqual = false
    }
    return isEqual ? (0 as const) : (1 as const)
  }),
})

interface Alone {
  readonly output: { readonly format: "text" | "json"; readonly language: Language }
  readonly policy: Statement.Policy | undefined
  readonly prove: boolean
  readonly unprinted: Published.Unprinted
}

// Tables without a ledger: their identities, and the proof when it is requested.
const alone = Effect.fnUntraced(function* (
  tables: ReadonlyArray<PublishedFile.PublishedFile>,
  { output, policy, prove, unprinted }: Alone,
) {
  const report = yield* PublishedFile.consistency(tables, unprinted)
  const zeros = unprinted === "zero" ? undefined : yield* PublishedFile.consistency(tables, "zero")
  const withZeros = zeros !== undefined && zeros.unchecked < report.unchecked ? zeros : undefined
  const proven = prove
    ? yield* FeasibilityProof.of(tables, { policy, unprinted }, output.language)
    : undefined
  yield* print(Format.consistency(report, { proof: proven?.proof ?? null, withZeros }, output))
  return Format.isAccepted(report, proven?.proof ?? null) ? (0 as const) : (1 as const)
})

// Two publications: every cell of both, and the identities of each.
const compared = Effect.fnUntraced(function* (
  before: ReadonlyArray<PublishedFile.PublishedFile>,
  after: ReadonlyArray<PublishedFile.PublishedFile>,
  unprinted: Published.Unprinted,
) {
  const [old, current] = [yield* PublishedFile.lay(before), yield* PublishedFile.lay(after)]
  const check = (tables: ReadonlyArray<Published.LaidTable>) =>
    Consistency.of(tables, { by: "range", unprinted })
  return { diff: PublicationDiff.of(old, current), old: check(old), new: check(current) }
})
