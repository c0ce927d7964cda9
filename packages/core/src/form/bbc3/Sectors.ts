/**
 * A template of sectors (economische sectorcodes): the counterparties that T2 distinguishes, with the row of each.
 *
 * The official list of codes was not found: these codes are ours. Replace them by those of your own program.
 */
import type { Sector } from "../../event/Structure.ts"

/** Returns the template, for `Adoption.declare({ sectors })`. */
export const sectors = (): ReadonlyArray<Sector> =>
  table
    .trim()
    .split("\n")
    .map((line) => {
      const [code = "", counterparty = "", ...rows] = line.split(";")
      const [origin = 0, operatingGrant = 0, investmentGrant = 0, loan = 0, interest = 0] = rows.map(Number)
      return { code, counterparty, origin, operatingGrant, investmentGrant, loan, interest }
    })

/** The code and the name, then the dash rows of subsidies received, of subsidies and loans granted, and of interest paid. */
const table = `
FED;federale overheid;1;11;11;10;2
VL;Vlaamse overheid;2;11;11;10;2
PROV;provincie;3;11;11;10;2
GEM;gemeente;4;11;11;10;2
OCMW;OCMW;5;11;11;10;2
AND;andere entiteiten;6;11;11;10;2
FIN;financiële instellingen;6;11;11;10;1
DIST;districten;6;1;1;10;2
AGB;eigen autonome gemeentebedrijven (AGB);6;2;2;1;2
APB;eigen autonome provinciebedrijven (APB);6;3;3;2;2
WV;welzijnsverenigingen;6;4;4;3;2
VMW;andere verenigingen of vennootschappen voor maatschappelijk welzijn;6;5;5;4;2
PZ;politiezone;6;6;6;5;2
HVZ;hulpverleningszone;6;7;7;6;2
IGS;intergemeentelijke samenwerkingsverbanden;6;8;8;7;2
ERED;besturen van de eredienst;6;9;9;8;2
LEV;niet-confessionele levensbeschouwelijke gemeenschappen;6;10;10;9;2
`
