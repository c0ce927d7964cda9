/** The forms of the annual accounts: their year, and the plan beside it. */

export const accounts = {
  year: { nl: "Boekjaar", en: "Year" },
  closedYear: {
    nl: (year: string) => `${year} (afgesloten)`,
    en: (year: string) => `${year} (closed)`,
  },
  isClosed: {
    nl: (year: string) => `${year} is afgesloten.`,
    en: (year: string) => `${year} is closed.`,
  },
  isOpen: {
    nl: (year: string) => `${year} is niet afgesloten: dit zijn de realisaties tot nu toe.`,
    en: (year: string) => `${year} is not closed: these are the realisations so far.`,
  },
  model: {
    nl: (form: string, edition: string, rowsOf: string) =>
      `Het officiële model van ${form} voor ${edition} werd niet gevonden: de rijen zijn die van ${rowsOf}.`,
    en: (form: string, edition: string, rowsOf: string) =>
      `The official model of ${form} for ${edition} was not found: its rows are those of ${rowsOf}.`,
  },
  beside: {
    plan: {
      nl: (label: string) => `Meerjarenplan ${label}`,
      en: (label: string) => `Plan ${label}`,
    },
    initial: {
      nl: (label: string) => `Initieel plan ${label}`,
      en: (label: string) => `Initial plan ${label}`,
    },
  },
}
