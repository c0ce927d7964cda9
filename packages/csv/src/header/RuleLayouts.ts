/** The tables of a plan's own rules, as data. The headers of a file show which table it is. */
import { type LayoutColumn, line, may, must, table, usual, yearTable } from "./Column.ts"

/** The columns of a budget line, without its description. */
const place: ReadonlyArray<LayoutColumn> = line.filter(({ field }) => field !== "description")

export const ruleLayouts = {
  /** Indexations (indexering): a row is a rule on the lines that all its conditions select. */
  indexation: table("rules", "indexation", [
    must("baseYear", "Basisjaar"),
    may("percent", "Percentage"),
    may("series", "Indexreeks"),
    may("baseMonth", "Basismaand"),
    may("values", "Indexcijfers"),
    may("until", "Tot en met"),
    may("direction", "U/O"),
    must("accounts", "Rekeningen"),
    may("policyItems", "Beleidsitems"),
    may("actions", "Acties"),
    may("sectors", "Sectorcodes"),
    may("explanation", "Toelichting"),
  ]),
  /** Contributions (bijdrageregeling): a row is the weight of a member in the key of a contribution. */
  contributions: table("rules", "contributions", [
    must("contribution", "Bijdrage"),
    must("key", "Verdeelsleutel"),
    must("by", "Soort sleutel"),
    must("member", "Deelgenoot"),
    usual("weight", "Gewicht"),
    ...place,
  ]),
  /** Funding (financiering): a row is the source and the condition of a line. */
  funding: {
    ...table("rules", "funding", [
      ...place,
      usual("source", "Financieringsbron"),
      usual("condition", "Voorwaarde"),
    ]),
    oneOf: ["source", "condition"],
  },
  /** Conditions that were judged (voorwaarden). */
  judgments: table("rules", "judgments", [
    must("condition", "Voorwaarde"),
    must("met", "Vervuld"),
    must("date", "Datum"),
    may("explanation", "Toelichting"),
  ]),
  /** Stops (stopzettingen): the last day of an action. */
  stops: table("rules", "stops", [
    must("action", "Actie"),
    must("lastDay", "Laatste dag"),
    must("reason", "Reden"),
    may("explanation", "Toelichting"),
  ]),
  /** Exceptions to the overhead rule (uitzonderingen op de overhead). */
  exceptions: yearTable("rules", "exceptions", [
    must("action", "Actie"),
    must("exception", "Uitzondering"),
    may("percent", "Percentage"),
    must("reference", "Regelgeving"),
  ]),
  /** Closed years (afsluiting van een boekjaar). */
  closings: table("rules", "closings", [must("year", "Boekjaar afgesloten")]),
  /** Results of closed years (verwerking van het rekeningresultaat). */
  results: table("rules", "results", [
    must("year", "Boekjaar verwerkt"),
    must("account", "Rekening resultaat"),
  ]),
  /** Unused investment credit carried over (overdracht van investeringskredieten). */
  carryOvers: table("rules", "carryOvers", [
    ...place,
    must("from", "Van boekjaar"),
    must("to", "Naar boekjaar"),
    must("amount", "Over te dragen"),
  ]),
  members: table("rules", "members", [must("code", "deelgenoot"), must("name", "naam deelgenoot")]),
  conditions: table("rules", "conditions", [
    must("code", "voorwaarde"),
    must("name", "naam voorwaarde"),
    may("goals", "doelstellingen"),
    may("text", "toelichting"),
  ]),
  envelopes: table("rules", "envelopes", [must("code", "enveloppe"), must("name", "naam enveloppe")]),
  budgetHolders: table("rules", "budgetHolders", [
    must("code", "budgethouder"),
    must("name", "naam budgethouder"),
    usual("goals", "doelstellingen"),
  ]),
  /** Pledges (verbintenissen; in files: engagementen): a norm and its parameters. */
  pledges: table("rules", "pledges", [
    must("code", "engagement"),
    must("norm", "norm"),
    may("year", "jaar"),
    may("percent", "percentage"),
    may("amount", "bedrag"),
    may("accounts", "rekeningen"),
    may("wages", "grondslag"),
    may("goals", "doelstellingen"),
    may("over", "over"),
    may("bound", "grens"),
    may("without", "zonder"),
    must("reference", "vindplaats"),
  ]),
  risks: table("rules", "risks", [
    must("code", "risico"),
    must("name", "naam risico"),
    must("trend", "evolutie"),
    may("text", "toelichting"),
  ]),
  progress: table("rules", "progress", [
    must("goal", "doelstelling"),
    must("on", "stand op"),
    must("state", "stand"),
    may("text", "toelichting"),
  ]),
  /** Facts that are not money: a value per year. */
  facts: yearTable("rules", "facts", [
    must("table", "tabel"),
    must("row", "rij"),
    may("origin", "herkomst"),
    may("text", "toelichting"),
  ]),
} as const

export type RuleTable = keyof typeof ruleLayouts
