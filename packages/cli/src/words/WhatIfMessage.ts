/** Messages of `grootboek what-if`. */
import type { Both } from "./Language.ts"

export const unreadable = (text: string): Both => ({
  en: `"${text}" is not a change: write LINES EFFECT [YEARS] [REASON], such as "62 +2% 2028-2031 index" or "A10102/9090/6200000///U =25000 2028".`,
  nl: `"${text}" is geen wijziging: schrijf LIJNEN EFFECT [JAREN] [REDEN], zoals "62 +2% 2028-2031 index" of "A10102/9090/6200000///U =25000 2028".`,
})

export const saved = (path: string, ledger: string): Both => ({
  en: `Saved as an adjustment: ${path}. Record it with: grootboek import ${path} --ledger ${ledger} --as adjustment --plan …`,
  nl: `Bewaard als aanpassing: ${path}. Leg ze vast met: grootboek import ${path} --ledger ${ledger} --as adjustment --plan …`,
})
