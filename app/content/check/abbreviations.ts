/** Dutch abbreviations that end in a full stop, without it, and the syllables of what is said for them. */
export const abbreviations: ReadonlyMap<string, number> = new Map([
  ['a.u.b', 4], // alstublieft
  ['bijv', 4], // bijvoorbeeld
  ['blz', 3], // bladzijde
  ['bv', 4],
  ['ca', 2], // circa
  ['dhr', 2], // de heer
  ['d.m.v', 4], // door middel van
  ['dr', 2], // doctor
  ['drs', 4], // doctorandus
  ['d.w.z', 4], // dat wil zeggen
  ['e.d', 4], // en dergelijke
  ['enz', 4], // enzovoort
  ['etc', 4], // et cetera
  ['evt', 4], // eventueel
  ['excl', 4], // exclusief
  ['i.p.v', 4], // in plaats van
  ['i.v.m', 5], // in verband met
  ['incl', 4], // inclusief
  ['jl', 4], // jongstleden
  ['max', 3], // maximaal
  ['m.b.t', 5], // met betrekking tot
  ['min', 3], // minimaal
  ['mr', 3], // meester
  ['mw', 2], // mevrouw
  ['nr', 2], // nummer
  ['o.a', 4], // onder andere
  ['p', 3], // pagina
  ['p.m', 2],
  ['p.p', 4], // per persoon
  ['resp', 5], // respectievelijk
  ['t.a.v', 5], // ten aanzien van
  ['tel', 4], // telefoon
  ['t.o.v', 5], // ten opzichte van
  ['z.o.z', 3],
])

/** Whether `word` (with its full stop) is an abbreviation: a known one, or letters with full stops such as “S.B.”. */
export function isAbbreviation(word: string): boolean {
  if (!word.endsWith('.')) return false
  const bare = word.slice(0, -1).toLowerCase()
  return abbreviations.has(bare) || /^\p{L}(?:\.\p{L})+$/u.test(bare) || /^\p{Lu}\.$/u.test(word)
}
