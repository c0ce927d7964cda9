/** What is said of every refusal in Dutch. */
import { type Refusal, Section, Year } from "@grootboek/core"
import { euro } from "./Euro.ts"
import { problem } from "./ProblemDutch.ts"
import { quote, some } from "./Quote.ts"
import { columns } from "./RefusalEnglish.ts"

/** A refusal in Dutch: the fact, then what to do. */
export const dutch = (refusal: Refusal.Facts): string => {
  switch (refusal._tag) {
    case "PlanNotAdopted":
      return "Dit grootboek bevat nog geen meerjarenplan. Begin met: grootboek init."
    case "PlanAlreadyAdopted":
      return `Dit grootboek bevat al plan ${refusal.plan} van ${quote(refusal.entity)}. Een wijziging is een aanpassing (--as adjustment); een ander bestuur of plan krijgt een eigen grootboek.`
    case "PlanLabelTaken":
      return `Boeking ${refusal.position} gebruikte het label ${quote(refusal.plan)} al. Geef de aanpassing het volgende label.`
    case "YearOutsidePlan":
      return `${refusal.year} valt buiten het plan ${Year.format(refusal.years)}. Laat het jaar weg, of importeer in het grootboek van het plan dat het bevat.`
    case "YearIsClosed":
      return `Het boekjaar ${refusal.year} is afgesloten: de ramingen ervan wijzigen niet meer. Zet de wijziging in een later jaar.`
    case "UnknownAccount":
      return `Geen rij van de rekeningtabel dekt rekening ${quote(refusal.account)} als ${direction(refusal.direction)}. Kijk rekening en richting na, of geef de rekening op (--as structure).`
    case "ResultAccount":
      return `Rekening ${quote(refusal.account)} bevat een resultaat, geen raming. Neem het resultaat op met --as opening.`
    case "NotAResultAccount":
      return `Rekening ${quote(refusal.account)} bevat geen resultaat of onbeschikbare gelden. Gebruik een rekening onder 093 of 090, of boek een raming.`
    case "UnknownPolicyItem":
      return `Beleidsitem ${quote(refusal.policyItem)} is niet opgegeven. Kijk de code na, of geef het op (--as structure).`
    case "UnknownAction":
      return `Actie ${quote(refusal.action)} staat niet in de doelstellingenboom. Kijk de code na, of geef ze op (--as structure).`
    case "NotAnAction":
      return `${quote(refusal.action)} is geen actie maar ${level(refusal.level)}. Bedragen staan op acties: kies er een die eronder hangt.`
    case "UnknownSector":
      return `Sectorcode ${quote(refusal.sector)} staat niet in de sectortabel. Kijk de code na, of geef ze op (--as structure).`
    case "SectorRequired":
      return `Rekening ${quote(refusal.account)} staat op rij ${refusal.row}, die per tegenpartij wordt uitgesplitst. Geef de lijn een sectorcode.`
    case "SectorWithoutRow":
      return `Sector ${quote(refusal.sector)} noemt geen streepjesrij van ${refusal.row}. Vul de kolom ${quote(columns.get(refusal.purpose) ?? refusal.purpose)} in de sectortabel in, of kies een andere sector.`
    case "DuplicateCode":
      return `De code ${quote(refusal.code)} is tweemaal opgegeven (${declared(refusal.what)}). Behoud er één.`
    case "UnknownParent":
      return `${quote(refusal.code)} hangt onder ${quote(refusal.parent)}, dat niet is opgegeven. Geef het bovenliggende element op, of verbeter het.`
    case "ParentNotAbove":
      return `${quote(refusal.code)} hangt onder ${quote(refusal.parent)}, dat niet van een hoger niveau is. Hang het onder een hoger niveau.`
    case "UnknownFormRow":
      return `De rekeningtabel noemt rij ${quote(refusal.row)}, die T2 niet heeft onder ${section(refusal.section)}. Verbeter de rij.`
    case "NothingDeclared":
      return "De opgave is leeg. Geef minstens één doelstelling, beleidsitem, sector of rekening op."
    case "UnknownGoal":
      return `${quote(refusal.goal)} staat niet in de doelstellingenboom. Kijk de code na, of geef ze eerst op.`
    case "NothingSelected":
      return "Geen enkele lijn past bij de selectie. Maak ze ruimer, of boek eerst de ramingen."
    case "IndexGap":
      return `Indexreeks ${quote(refusal.series)} mist ${some(refusal.missing, "en andere:")}. Vul de reeks aan.`
    case "IndexNotPositive":
      return `Indexreeks ${quote(refusal.series)} heeft ${refusal.value} in ${refusal.month}. Een index is groter dan nul: verbeter hem.`
    case "BaseYearNotBefore":
      return `${refusal.year} ligt niet na het basisjaar ${refusal.baseYear}. Indexeer latere jaren, of kies een vroeger basisjaar.`
    case "UnknownMember":
      return `Deelgenoot ${quote(refusal.member)} is niet opgegeven. Kijk de naam na, of geef de deelgenoot eerst op.`
    case "MemberTwice":
      return `Deelgenoot ${quote(refusal.member)} staat tweemaal in de verdeelsleutel. Behoud er één.`
    case "NegativeWeight":
      return `Deelgenoot ${quote(refusal.member)} weegt ${refusal.weight}. Een gewicht is nul of meer: verbeter het.`
    case "KeySumsToZero":
      return `De gewichten van sleutel ${quote(refusal.key)} zijn samen nul, zodat niemand zou betalen. Verbeter de gewichten.`
    case "LineApportioned":
      return `Lijn ${refusal.line} wordt al verdeeld door bijdrage ${quote(refusal.contribution)}. Pas die bijdrage aan, of kies een andere lijn.`
    case "UnknownCondition":
      return `Voorwaarde ${quote(refusal.condition)} is niet opgegeven. Kijk de code na, of geef ze eerst op.`
    case "LineTwice":
      return `Lijn ${refusal.line} wordt tweemaal genoemd. Behoud er één.`
    case "NoOverheadRule":
      return "Het plan volgt nog geen overheadregel, dus er kunnen geen uitzonderingen zijn. Importeer eerst de regel."
    case "ExceptionTwice":
      return `Actie ${quote(refusal.action)} heeft twee uitzonderingen op de overhead. Behoud er één.`
    case "ExceptionWithoutLimit":
      return `De uitzondering op de overhead van actie ${quote(refusal.action)} bepaalt geen grens. Geef een percentage, of een bedrag per jaar.`
    case "ActionHasStopped":
      return `Actie ${quote(refusal.action)} stopte op ${refusal.lastDay}: in ${refusal.year} krijgt ze geen raming meer. Kies een andere actie of een ander jaar.`
    case "YearNotClosed":
      return `Het boekjaar ${refusal.year} is nog niet afgesloten. Sluit het eerst af.`
    case "AmountOverflow":
      return `${refusal.place} zou in ${refusal.year} groter worden dan een grootboek kan bevatten. Kijk de bedragen na: misschien zijn duizendtallen als euro gelezen.`
    case "NotNeutral":
      return `De aanpassing heet neutraal te zijn, maar verplaatst ${neutral(refusal.what)} in ${refusal.year} met ${euro(refusal.difference)}. Breng de wijzigingen in evenwicht, of noem ze niet neutraal.`
    case "SharesDoNotSum":
      return `De aandelen zijn samen ${refusal.sum} %. Maak er precies 100 % van.`
    case "PartnerTwice":
      return `Partner ${quote(refusal.partner)} staat er tweemaal. Behoud er één.`
    case "NoPaymentLine":
      return `Actie ${quote(refusal.action)} heeft geen uitgave om door te storten. Boek eerst haar uitgavenlijn.`
    case "ManyPaymentLines":
      return `Actie ${quote(refusal.action)} heeft ${refusal.lines.length} uitgavenlijnen; een doorstorting vervangt er precies één: ${some(refusal.lines, "en andere:")}. Zet de andere uitgaven op een andere actie.`
    case "NotPassedOn":
      return `Actie ${quote(refusal.action)} ontvangt ${euro(refusal.received)} in ${refusal.year} en stort ${euro(refusal.paid)} door. Maak beide gelijk, tot op de laatste decimaal.`
    case "CreditExceeded":
      return `De verschuiving vraagt ${euro(refusal.short)} meer dan het krediet van M3 ${refusal.row} in ${refusal.year} (${euro(refusal.credit)}). M3 is bindend: pas het meerjarenplan aan (--as adjustment).`
    case "NothingChanges":
      return "De aanpassing wijzigt niets. Geef minstens één wijziging of opgave."
    case "UnknownEntry":
      return `Er is geen boeking ${refusal.position}; het journaal eindigt bij ${refusal.last}. Zie: grootboek log.`
    case "NotReversible":
      return `Boeking ${refusal.position} (${refusal.kind}) kan niet worden tegengeboekt. Verbeter ze met een aanpassing of een nieuwe boeking.`
    case "AlreadyReversed":
      return `Boeking ${refusal.position} werd al tegengeboekt door boeking ${refusal.by}. Er valt niets meer ongedaan te maken.`
    case "CarryOverTooLarge":
      return `${refusal.place} heeft nog ${euro(refusal.left)} ongebruikt krediet, geen ${euro(refusal.asked)}. Draag hoogstens over wat er rest.`
    case "NothingToCarry":
      return `${refusal.place}: ${euro(refusal.asked)} kan niet worden overgedragen. Draag een bedrag boven nul over; maak een overdracht ongedaan met: grootboek reverse.`
    case "NotAnInvestment":
      return `${refusal.place} is geen investering. Alleen ongebruikt investeringskrediet mag worden overgedragen.`
    case "NotFirstYear":
      return `Schulden openen op 1 januari ${refusal.first}, het eerste jaar van het plan, niet in ${refusal.year}. Boek een nieuwe lening als raming.`
    case "NextYearOnly":
      return `Krediet van ${refusal.from} gaat naar ${refusal.from + 1}, niet naar ${refusal.to}. Draag jaar per jaar over.`
    case "MalformedValue":
      return `De waarde van ${quote(refusal.field)} past niet: ${problem(refusal.problem)}. Verbeter ze.`
    case "UnknownMoment":
      return refusal.known.length === 0
        ? `Er is nog niets vastgelegd, dus er is geen tijdstip ${quote(refusal.moment)}. Importeer eerst iets.`
        : `Er is geen tijdstip ${quote(refusal.moment)}. Bekend zijn ${some(refusal.known, "en andere:")}, of time:2026-06-30T12:00:00Z vanaf de eerste boeking.`
    case "UnknownForm":
      return `Er is geen schema ${quote(refusal.form)}. Kies uit ${refusal.known.join(", ")}.`
    case "FormNotBuilt":
      return `Schema ${refusal.form} is niet gebouwd: het model voor de editie van 2026 werd niet gevonden, dus er wordt niets over beweerd (docs/glossary.md zegt wat bekend is). Kies uit ${refusal.known.join(", ")}.`
    case "UnknownRow":
      return `Schema ${refusal.form} heeft geen rij ${quote(refusal.row)}. ${refusal.near.length === 0 ? `Bekijk alle rijen: grootboek statement ${refusal.form} --format csv.` : `Was het een van deze: ${refusal.near.join(", ")}?`}`
    case "AmbiguousRow":
      return `Schema ${refusal.form} heeft verschillende rijen ${quote(refusal.row)}. Noem ook de sectie: ${some(refusal.candidates, "en andere:")}.`
    case "YearNotShown":
      return `Schema ${refusal.form} toont ${refusal.year} niet. Het toont ${refusal.years.join(", ")}.`
  }
}

const direction = (code: string): string => (code === "O" ? "ontvangst (O)" : "uitgave (U)")

const section = (name: string): string => new Map(Object.entries(Section.dutch)).get(name) ?? name

const declared = (what: string): string =>
  new Map([
    ["goal", "doelstelling"],
    ["policyItem", "beleidsitem"],
    ["sector", "sector"],
    ["account", "rekening"],
  ]).get(what) ?? what

const level = (name: string): string =>
  new Map([
    ["strategicObjective", "een strategische doelstelling"],
    ["policyObjective", "een beleidsdoelstelling"],
    ["actionPlan", "een actieplan"],
  ]).get(name) ?? name

const neutral = (what: string): string => (what === "year" ? "het totaal" : what)
