/** The tables of the structure: objectives and actions, policy items, sectors, and groups of accounts. */
import { may, must, table, usual } from "./Column.ts"

export const structureLayouts = {
  goals: table("structure", "goals", [
    must("code", "code"),
    must("level", "level", "niveau"),
    usual("parent", "parent", "bovenliggend"),
    must("name", "name", "naam"),
    usual("priority", "priority", "prioriteit"),
    usual("financing", "financing", "financiering"),
  ]),
  policyItems: table("structure", "policyItems", [
    must("domain", "beleidsdomein"),
    must("field", "beleidsveld"),
    must("fieldName", "beleidsveld_naam"),
    must("code", "beleidsitem"),
    must("name", "beleidsitem_naam"),
  ]),
  sectors: table("structure", "sectors", [
    must("code", "sectorcode"),
    must("counterparty", "tegenpartij"),
    usual("origin", "herkomst"),
    usual("operatingGrant", "werkingssubsidie"),
    usual("investmentGrant", "investeringssubsidie"),
    usual("loan", "lening"),
    usual("interest", "rente"),
  ]),
  accounts: table("structure", "accounts", [
    must("section", "kind"),
    must("direction", "direction"),
    usual("row", "t2_row"),
    usual("title", "t2_title"),
    may("code", "code"),
    must("prefixes", "prefixes"),
    usual("description", "omschrijving"),
    may("footnote", "voetnoot"),
  ]),
} as const
