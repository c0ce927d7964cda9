/** The title of a form, as a publication prints it above a table. */
import { type FormId, formIds, forms } from "@grootboek/core"
import * as PrintedLabel from "./PrintedLabel.ts"

/** Returns the form of a title: `Schema M2: Staat van het financieel evenwicht`, `M3: Overzicht van de kredieten (vervolg)`. */
export const find = (text: string): { readonly form: FormId } | undefined => {
  const bare = PrintedLabel.clean(text).replace(/^#+\s*/, "")
  if (bare === "" || bare.length > 120) return undefined
  const [, code = "", rest = ""] = /^(?:schema\s+)?([MTJ]\d)\b\s*[:.·–-]?\s*(.*)$/i.exec(bare) ?? []
  const byCode = formIds.find((id) => id === code.toUpperCase())
  // A sentence that begins with the code of a form continues in lower case.
  if (byCode !== undefined && (rest === "" || /^[A-Z(]/.test(rest))) return { form: byCode }
  const words = PrintedLabel.normalize(bare)
  const named = formIds.find((id) =>
    [forms[id].title, ...(others[id] ?? [])].some((title) => PrintedLabel.normalize(title) === words),
  )
  return named === undefined || named.startsWith("J") ? undefined : { form: named }
}

const others: Readonly<Partial<Record<FormId, ReadonlyArray<string>>>> = {
  M1: ["Doelstellingenplan"],
  M3: ["Kredieten"],
  goals: ["Overzicht van de beleidsdoelstellingen, actieplannen en acties"],
}
