export type PersonalKind = 'email' | 'phone' | 'name'

const emailAddress = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/u
// Nine digits or more with only what stands in telephone numbers between them. Digits of every script count.
const phoneNumber = /\p{Nd}(?:[\s().-]*\p{Nd}){8,}/u
// "mevrouw Jansen", "mw. El Amrani", "Mr Ali": a form of address with a word in capitals behind it.
const formOfAddress = /(?<!\p{L})(?:[Mm]evrouw|[Mm]evr|[Mm]w|[Mm]eneer|[Dd]hr|[Mm]rs?|[Mm]s|[Mm]iss|[Bb]ayan|[Bb]ay)\.?\s+\p{Lu}\p{L}+/u
const formOfAddressAnyScript = /(?<!\p{L})(?:السيدة|السيد|الأخت|الأخ|خانم|آقای|ወይዘሮ|ኣቶ)\s+\p{L}{2,}/u
// Two or more words with a capital in a row, in the middle of a sentence, with what stands between the parts of a name.
const fullName = /(?<=[\p{Ll}\p{N},;:(]\s+)\p{Lu}\p{Ll}+(?:\s+(?:(?:van|de|der|den|el|al|ben|bin|ibn|ten|ter)\s+)*\p{Lu}\p{Ll}+)+/u
// "heet Fatima", "is called Ali": what follows is a name.
const introduced = /(?<!\p{L})(?:heet|heten|genaamd|named|called|adı|ismi|la yiraahdo)\s+\p{Lu}\p{Ll}+/u

// Days, months, places and words of the programme have capitals too and are no names.
const harmless = new Set(
  'Veilig Thuis Den Haag Leerkring Opvoeding Zelfbeschikking Nederland Nederlands Amsterdam Rotterdam Utrecht New Year Eid Suikerfeest Offerfeest'
    .toLowerCase()
    .split(' '),
)

/**
 * What in a text looks like personal data of somebody. It looks for patterns and can be wrong both ways: a page warns, and
 * leaves the choice to who writes.
 */
export function looksPersonal(text: string): PersonalKind[] {
  const found: PersonalKind[] = []
  if (emailAddress.test(text)) found.push('email')
  if (phoneNumber.test(text.replace(/(?<![\p{Nd}][-\/.]?)\p{Nd}{1,4}[-\/.]\p{Nd}{1,2}[-\/.]\p{Nd}{1,4}(?![-\/.]?\p{Nd})/gu, '')))
    found.push('phone')
  const name = fullName.exec(text)?.[0]
  const isName = name !== undefined && !name.split(/\s+/).every((word) => harmless.has(word.toLowerCase()))
  if (isName || formOfAddress.test(text) || formOfAddressAnyScript.test(text) || introduced.test(text)) found.push('name')
  return found
}
