/** The words of a receipt whose account does not fit the only source of financing of its action. */
import { Funding } from "@grootboek/core"
import type { SourceAccount } from "@grootboek/core/rule"
import type { Both } from "./Language.ts"

/** Returns the sentence for a table of actions. */
export const note = ({ account, row }: Omit<SourceAccount.SourceAccount, "action" | "source">): Both => ({
  en: `Receipts on account ${account} belong to T2 row ${row}.`,
  nl: `Ontvangsten op rekening ${account} horen bij rij ${row} van T2.`,
})

/** Returns the note of an import and of `verify`. */
export const remark = ({ action, source, account, row }: SourceAccount.SourceAccount): Both => ({
  en: `${action} names "${Funding.dutch[source]}" as its only source of money, but its receipts on account ${account} belong to T2 row ${row}. Check the account, or the financing of the action.`,
  nl: `${action} noemt "${Funding.dutch[source]}" als enige bron van geld, maar de ontvangsten op rekening ${account} horen bij rij ${row} van T2. Controleer de rekening, of de financiering van de actie.`,
})
