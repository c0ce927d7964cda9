/** The tables of indicators and of the texts of a policy report, as data. The headers of a file show which table it is. */
import { may, must, table, usual } from "./Column.ts"

/** The tables of indicators (indicatoren), by name. */
export const indicatorLayouts = {
  indicators: table("indicators", "indicators", [
    must("code", "indicator"),
    must("goal", "doelstelling", "actie"),
    must("name", "naam"),
    must("kind", "soort"),
    usual("unit", "eenheid"),
    usual("per", "per"),
    usual("every", "om de"),
    usual("total", "telling"),
    usual("text", "toelichting"),
  ]),
  /** Targets (streefwaarden): a row holds from a year until another row of the indicator follows. */
  targets: table("indicators", "targets", [
    must("code", "indicator"),
    must("year", "vanaf jaar"),
    must("aim", "streefwaarde"),
    usual("value", "waarde"),
    usual("margin", "marge"),
    usual("by", "tegen"),
    usual("text", "toelichting"),
  ]),
  /** Measurements (metingen). */
  measurements: table("indicators", "measurements", [
    must("code", "indicator"),
    must("on", "gemeten op"),
    usual("value", "waarde"),
    usual("part", "deel"),
    usual("text", "toelichting"),
  ]),
} as const

/** The tables of texts (teksten), by name. */
export const textLayouts = {
  /** Texts and terms of objectives and actions (teksten en termijnen). */
  goalTexts: table("texts", "goalTexts", [
    must("goal", "doelstelling", "actie"),
    usual("description", "omschrijving"),
    usual("commentary", "commentaar"),
    usual("from", "termijn vanaf"),
    usual("until", "termijn tot"),
    usual("term", "uitvoeringstermijn"),
    may("priority", "prioritair"),
    may("status", "status"),
    may("staffInKind", "vte in natura"),
    may("indicators", "indicatoren"),
  ]),
  /** Texts of the chapters of the explanatory note (toelichting). */
  chapterTexts: table("texts", "chapterTexts", [
    must("chapter", "hoofdstuk"),
    must("number", "nummer"),
    usual("title", "titel"),
    must("text", "tekst"),
  ]),
  /** Facts of the heading (hoofding). */
  headings: table("texts", "headings", [must("name", "gegeven"), must("value", "waarde")]),
} as const

export type PolicyTable = keyof typeof indicatorLayouts | keyof typeof textLayouts
